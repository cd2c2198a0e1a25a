import { countFor } from "../../../frameworks/mof/state.ts";
import { xml } from "../xml.ts";
import type { Html, Sheet } from "./parts.ts";

/** One row for each of several models, and whom the rest of the page speaks for; nothing where there is only one. */
export function modelTable({ report: { models = [] }, messages }: Sheet): Html {
  if (models.length < 2) return "";
  const head = messages.models.columns.map((column) => `<th scope="col">${xml(column)}</th>`).join("");
  const rows = models.map(({ name, path, mof, components, policy }) => {
    const cells = [
      messages.className(mof.class),
      messages.face.progress(countFor(components, mof.nextClass ?? 1)),
      messages.models.conclusion[policy.conclusion],
    ].map((cell) => `<td>${xml(cell)}</td>`);
    return `<tr><th scope="row">${xml(name, 80)}</th>${cells.join("")}<td><code>${xml(path, 300)}</code></td></tr>`;
  });
  return `<table><thead><tr>${head}</tr></thead>
<tbody>${rows.join("\n")}</tbody></table>
<p>${xml(messages.models.least, 300)}</p>`;
}
