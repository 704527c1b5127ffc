extension ImportReport {
  /// A change to a text that was proposed before it was frozen.
  public struct Proposal: Hashable, TableRow {
    /// What kind of change it is.
    public var kind: String
    /// The offset of the first scalar that it takes away, in the text before cleaning.
    public var start: Int
    /// The offset after the last scalar that it takes away.
    public var end: Int
    /// The words that it takes away.
    public var before: String
    /// The words that it puts in their place.
    public var after: String
    /// Whether it was done.
    public var accepted: Bool

    /// Makes a proposal.
    ///
    /// - Parameters:
    ///   - kind: What kind of change it is.
    ///   - start: The offset of the first scalar that it takes away, in the text before cleaning.
    ///   - end: The offset after the last scalar that it takes away.
    ///   - before: The words that it takes away.
    ///   - after: The words that it puts in their place.
    ///   - accepted: Whether it was done.
    public init(
      kind: String, start: Int, end: Int, before: String, after: String, accepted: Bool
    ) {
      self.kind = kind
      self.start = start
      self.end = end
      self.before = before
      self.after = after
      self.accepted = accepted
    }

    /// The columns, in the documented order.
    public static let columns = [
      TableColumn("kind", title: "Cleaning"),
      TableColumn("start", title: "Start", alignment: .right, audience: .programs),
      TableColumn("end", title: "End", alignment: .right, audience: .programs),
      TableColumn("before", title: "Before"),
      TableColumn("after", title: "After"),
      TableColumn("accepted", title: "Accepted"),
    ]

    /// A cell for each column.
    public var cells: [TableValue] {
      [
        .text(kind), .integer(start), .integer(end), .text(before), .text(after),
        .flag(accepted),
      ]
    }
  }
}
