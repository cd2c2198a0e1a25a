/** リンク先のホストの応答から分かったことを伝える文。 */
import type { remote as english } from "../en/remote.ts";

export const remote: typeof english = {
  remote: {
    missing: (url, why) => `${url} にはリンクされたものがありません：${why}。`,
    gated: (url, why) => `${url} は誰にでも公開されているわけではありません：${why}。`,
    incomplete: (url, why) => `${url} にはリンクされたものが揃っていません：${why}。`,
    notThere: (url, why) => `${url} へのリンクはありますが、実物がありません：${why}。`,
    licenseDiffers: (own, url, hosts) =>
      `リポジトリでは ${own}、${url} では制限のある ${hosts} とされています。より厳しいほうで判定します。`,
    heading: "リンク先のホストの応答",
    because: (state, reason) => `${state}：${reason}`,
    licenseThere: (said, license) => `${said}。ホスト上のライセンス：${license}`,
    checked: (state, date) => `${state}（${date}）`,
  },
  remoteState: {
    verified: "確認済み",
    gated: "要申請",
    missing: "存在しない",
    incomplete: "不完全",
    unverified: "未検証",
    unknown: "確認できなかった",
  },
  remoteReason: {
    proven: "誰でも入手できる",
    found: "ホストに存在する",
    "gate-automatic": "先にフォームへの入力が必要",
    "gate-manual": "申請ごとに所有者が可否を決める",
    embargoed: "公開猶予期間中",
    "not-public": "一部の人だけに提供されている",
    "not-found": "この名前で公開されているものがない",
    disabled: "ホストが公開を停止した",
    deleted: "削除された",
    "shards-missing": "分割されたファイルの一部がない",
    "empty-file": "ファイルが空",
    "no-files": "説明しか置かれていない",
    "adapter-only": "アダプターだけで、ベースモデルが別に必要",
    "derived-only": "変換された重みしかない",
    "other-format": "検査できる形式ではない",
    "header-not-read": "ファイルの先頭を読めなかった",
    "not-downloaded": "ファイル自体の応答がなかった",
    "list-cut": "ファイルの一覧が長すぎて全体を確認できない",
    "no-answer": "ホストの応答がない",
    refused: "ホストが今は問い合わせを受け付けない",
    "not-understood": "応答を解釈できなかった",
    "no-time": "問い合わせる時間が残っていなかった",
  },
};
