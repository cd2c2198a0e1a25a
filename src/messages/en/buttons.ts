/** The buttons of a check run: label at most 20 letters, description at most 40. */

export const buttons = {
  buttons: {
    rerun: { label: "Run again", description: "Audit this commit once more" },
    explain: { label: "Explain", description: "Tell how each artifact was decided" },
  },
};
