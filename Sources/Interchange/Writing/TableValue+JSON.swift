extension TableValue {
  /// The value as JSON on one line, without a line feed at its end.
  public var jsonText: String { "" }
}
