import type { Target } from "../document.ts";
import { type Address, isHost } from "./address.ts";

const FORM_HOSTS = [
  "forms.gle",
  "forms.office.com",
  "forms.microsoft.com",
  "forms.cloud.microsoft",
  "wj.qq.com",
  "mikecrm.com",
  "wjx.cn",
  "wjx.top",
  "jinshuju.net",
  "f.wps.cn",
  "typeform.com",
  "tally.so",
  "surveymonkey.com",
  "jotform.com",
  "fillout.com",
  "formstack.com",
  "paperform.co",
];
const APPLY =
  /^(?:apply|application|application-form|request-access|access-request|request_access|llama-downloads|mla|signup-form|registration-form|申请|form|forms)$/i;

/** Forms and pages on which one applies for access: a sign of a gate. */
export function formTarget({ host, segments, url }: Address): Target | undefined {
  const form: Target = { kind: "form", url };
  if (isHost(host, ...FORM_HOSTS)) return form;
  if (host === "docs.google.com") return segments[0] === "forms" ? form : undefined;
  if (isHost(host, "airtable.com")) return segments.some((part) => /^(?:shr|pag|form)/.test(part)) ? form : undefined;
  if (isHost(host, "feishu.cn", "larksuite.com", "larkoffice.com"))
    return segments.includes("form") || segments[1] === "base" ? form : undefined;
  if (isHost(host, "github.com", "huggingface.co")) return undefined;
  return segments.some((part) => APPLY.test(part)) ? form : undefined;
}
