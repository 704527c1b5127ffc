extension Codebook {
  /// A row a code, for a spreadsheet.
  ///
  /// - Parameter guarding: Whether cells that a spreadsheet would calculate get an apostrophe.
  /// - Returns: Comma-separated values, UTF-8, with line feeds.
  public func csv(guarding: Bool = true) -> String { "" }

  /// A codebook to read, in Markdown.
  ///
  /// - Returns: The text.
  public func markdown() -> String { "" }

  /// A codebook to read and to print, as one HTML file that needs nothing else.
  ///
  /// - Returns: The text.
  public func html() -> String { "" }

  /// An array with an object a code, whose first keys are those of `linewise codes`.
  ///
  /// - Returns: The text.
  public func json() -> String { "" }
}
