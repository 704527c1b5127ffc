extension TableValue {
  /// The value as JSON on one line, without a line feed at its end.
  ///
  /// Keys stand in the order in which they were given, slashes and non-ASCII text are kept, and
  /// control characters, line separators and marks of writing direction are escaped.
  public var jsonText: String {
    var bytes: [UInt8] = []
    bytes.appendJSON(self)
    return String(decoding: bytes, as: UTF8.self)
  }
}
