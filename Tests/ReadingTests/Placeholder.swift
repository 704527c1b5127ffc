// Filled with the reader of texts.
