import type { Target } from "../document.ts";
import { type Address, isHost } from "./address.ts";

/** File hosts, buckets and share pages: what lies there can be taken, but no API tells what it is. */
const FILE_HOSTS = [
  "drive.google.com",
  "drive.usercontent.google.com",
  "dropbox.com",
  "dropboxusercontent.com",
  "storage.googleapis.com",
  "storage.cloud.google.com",
  "amazonaws.com",
  "blob.core.windows.net",
  "azureedge.net",
  "aliyuncs.com",
  "myqcloud.com",
  "bcebos.com",
  "volces.com",
  "r2.dev",
  "r2.cloudflarestorage.com",
  "backblazeb2.com",
  "wasabisys.com",
  "pan.baidu.com",
  "yun.baidu.com",
  "1drv.ms",
  "onedrive.live.com",
  "sharepoint.com",
  "dl.fbaipublicfiles.com",
  "mega.nz",
  "mega.co.nz",
  "box.com",
  "app.box.com",
  "wetransfer.com",
  "mediafire.com",
  "pan.quark.cn",
  "aliyundrive.com",
  "alipan.com",
  "weiyun.com",
  "terabox.com",
  "jianguoyun.com",
  "figshare.com",
  "osf.io",
  "academictorrents.com",
  "the-eye.eu",
  "cloud.tsinghua.edu.cn",
  "disk.pku.edu.cn",
  "obs.cn-north-4.myhuaweicloud.com",
  "myhuaweicloud.com",
  "cdn-lfs.huggingface.co",
  "sourceforge.net",
];
const FILE_ENDING =
  /\.(?:safetensors|gguf|ggml|pth|pt|ckpt|bin|h5|hdf5|keras|onnx|pb|tflite|msgpack|npz|npy|nemo|pkl|pickle|joblib|mlmodel|params|tar|tgz|tbz2?|txz|gz|bz2|xz|zst|zip|7z|rar|parquet|arrow|feather|jsonl|ndjson|csv|tsv|sqlite|tfrecords?|lmdb|wds|torrent|whl)$/i;

/** Pictures, pages and scripts that happen to lie in a bucket: nothing one would call a download of an artifact. */
const NOT_ARTIFACT = /\.(?:png|jpe?g|gif|svg|webp|ico|html?|css|js|py|sh|md)$/i;

/** Files and share pages to be downloaded. */
export function downloadTarget(address: Address): Target | undefined {
  const { host, segments, url } = address;
  const last = segments.at(-1);
  const file = last !== undefined && /\.[A-Za-z0-9]{1,12}$/.test(last) ? last.slice(0, 200) : undefined;
  if (host === "docs.google.com" && segments[0] === "uc") return { kind: "download", url, file: undefined };
  if (host === "archive.org" && /^(?:download|details)$/.test(segments[0] ?? ""))
    return { kind: "download", url, file };
  if (file !== undefined && NOT_ARTIFACT.test(file)) return undefined;
  if (host === "console.cloud.google.com" && segments[0] === "storage") return { kind: "download", url, file };
  if (segments.length > 0 && isHost(host, ...FILE_HOSTS)) return { kind: "download", url, file };
  return file !== undefined && FILE_ENDING.test(file) ? { kind: "download", url, file } : undefined;
}
