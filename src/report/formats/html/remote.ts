import { type RemoteRow, remoteRows } from "../../remote-rows.ts";
import { webAddress } from "../subject.ts";
import { xml } from "../xml.ts";
import { type Html, linkTo, type Sheet } from "./parts.ts";

const COLOURS: Readonly<Record<RemoteRow["state"], readonly [colour: string, sign: string]>> = {
  verified: ["good", "✓"],
  gated: ["bad", "✗"],
  missing: ["bad", "✗"],
  incomplete: ["bad", "✗"],
  unverified: ["warn", "!"],
  unknown: ["warn", "?"],
};

/** What the hosts of linked artifacts said, each with its page; empty where nobody was asked. */
export function remoteList({ report, messages }: Sheet): Html {
  const items = remoteRows(report, messages).map(({ url, state, words }) => {
    const [colour, sign] = COLOURS[state];
    return `<li><span class="${colour}">${sign}</span> ${linkTo(url, webAddress(url))} <span class="dim">${xml(words, 400)}</span></li>`;
  });
  return items.length === 0 ? "" : `<ul>${items.join("\n")}</ul>`;
}
