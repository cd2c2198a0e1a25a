/** A data card by what Datasheets for Datasets (Gebru et al. 2021) and the Hub's dataset cards ask for. */
import { type Template, toWrite } from "./template.ts";

export const dataCard: Template = {
  path: "DATA_CARD.md",
  comment: "html",
  write: ({ model, datasets }) =>
    [
      `# Data card for ${model}\n\n`,
      toWrite("## Sources", "A table: source, version or date, size, license, address.", datasets),
      toWrite("## Collection", "How, when and by whom it was collected, and why these sources."),
      toWrite("## Processing", "What was removed, merged, translated or generated, with which tools and thresholds."),
      toWrite("## Composition", "Languages, domains and kinds of text or media, with their shares."),
      toWrite("## Personal and sensitive information", "What may be in it, and what was done about that."),
      toWrite("## Known gaps and biases", "Who and what is missing, and where the model inherits it."),
      toWrite(
        "## License and access",
        "The terms of each source, and where the data, or a manifest of it, can be had.",
      ),
    ].join(""),
};
