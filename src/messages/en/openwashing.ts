/** What is said where documents call a model open source. */
export const openwashing = {
  openwashing: {
    noCalls: "No sentence in the front pages and model cards was read as calling this model open source.",
    noWeights: "The model is called open source, but no weights were found that the words could be measured by.",
    unknown: "The model is called open source; whether the weights' license is open could not be told.",
    borne: "The model is called open source, and the weights' license is open.",
    restricted: (license: string) =>
      `This calls the model open source, but the license of the weights (${license}) is not open. "Open weights" or "source-available", with the license's name, says what it is.`,
    noOpenWeights: "No weights under an open license were found, so this does not apply.",
    more: "The model is called open source, and more than weights is released.",
    originsUnknown: "The model is called open source; whether training code or data are released could not be told.",
    weightsOnly:
      'This calls the model open source, but neither training code nor anything about the training data was found. "Open weights" says what it is.',
  },
};
