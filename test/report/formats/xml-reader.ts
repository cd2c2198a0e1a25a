/** A strict reader of the XML that is written here: it throws on anything that is not well-formed. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const ENTITY = /&(?:amp|lt|gt|quot|#39);/g;
const NAMES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

function decode(raw: string): string {
  // XML 1.0, section 2.2, production 2, and no `&` that is not an entity.
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(raw))
    throw new Error("A character that XML has no place for");
  if (/&|</.test(raw.replace(ENTITY, ""))) throw new Error(`Markup in text: ${raw.slice(0, 80)}`);
  return raw.replace(ENTITY, (entity) => NAMES[entity]!);
}

export function parseXml(document: string): XmlElement {
  const source = document.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, "").trim();
  let at = 0;
  const element = (): XmlElement => {
    const open = /^<([a-zA-Z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/.exec(source.slice(at));
    if (open === null) throw new Error(`No element at ${at}: ${source.slice(at, at + 60)}`);
    at += open[0].length;
    const attributes: Record<string, string> = {};
    for (const [, key, value] of open[2]!.matchAll(/([\w:-]+)="([^"]*)"/g)) {
      if (key! in attributes) throw new Error(`Attribute ${key} twice`);
      attributes[key!] = decode(value!);
    }
    const children: XmlElement[] = [];
    let text = "";
    while (open[3] === "") {
      const next = source.indexOf("<", at);
      if (next < 0) throw new Error(`${open[1]} is not closed`);
      text += decode(source.slice(at, next));
      at = next;
      if (source.startsWith(`</${open[1]}>`, at)) {
        at += open[1]!.length + 3;
        break;
      }
      children.push(element());
    }
    return { name: open[1]!, attributes, children, text: text.trim() };
  };
  const root = element();
  if (at !== source.length) throw new Error(`Something follows the root: ${source.slice(at, at + 60)}`);
  return root;
}
