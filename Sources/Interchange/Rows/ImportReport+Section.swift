extension ImportReport {
  /// A section of an imported document.
  public struct Section: Hashable, TableRow {
    /// Its heading.
    public var title: String
    /// How deep the heading stands, from 1.
    public var level: Int
    /// Whether it takes part in the coding.
    public var eligible: Bool
    /// Why that was guessed.
    public var why: String
    /// The offset of its first scalar in the document's frozen text.
    public var start: Int
    /// The offset after its last scalar.
    public var end: Int

    /// Makes a section.
    ///
    /// - Parameters:
    ///   - title: Its heading.
    ///   - level: How deep the heading stands, from 1.
    ///   - eligible: Whether it takes part in the coding.
    ///   - why: Why that was guessed.
    ///   - start: The offset of its first scalar in the document's frozen text.
    ///   - end: The offset after its last scalar.
    public init(title: String, level: Int, eligible: Bool, why: String, start: Int, end: Int) {
      self.title = title
      self.level = level
      self.eligible = eligible
      self.why = why
      self.start = start
      self.end = end
    }

    /// The columns, in the documented order.
    public static let columns = [
      TableColumn("title", title: "Section"),
      TableColumn("level", title: "Level", alignment: .right),
      TableColumn("eligible", title: "Eligible"),
      TableColumn("why", title: "Why"),
      TableColumn("start", title: "Start", alignment: .right, audience: .programs),
      TableColumn("end", title: "End", alignment: .right, audience: .programs),
    ]

    /// A cell for each column.
    public var cells: [TableValue] {
      [.text(title), .integer(level), .flag(eligible), .text(why), .integer(start), .integer(end)]
    }
  }
}
