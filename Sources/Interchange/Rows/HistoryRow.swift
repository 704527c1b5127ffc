/// An action of the log, as `linewise history` lists it.
public struct HistoryRow: Hashable, TableRow {
  /// What an action set on one entity.
  public struct Change: Hashable, Sendable {
    /// What the entity is.
    public var kind: String
    /// The entity's id.
    public var entity: String
    /// The fields that were set, as the log's own canonical JSON.
    public var fields: String

    /// Makes a change.
    ///
    /// - Parameters:
    ///   - kind: What the entity is.
    ///   - entity: The entity's id.
    ///   - fields: The fields that were set, as the log's own canonical JSON.
    public init(kind: String, entity: String, fields: String) {
      self.kind = kind
      self.entity = entity
      self.fields = fields
    }
  }

  /// When, ISO 8601 UTC.
  public var at: String
  /// Who acted.
  public var coder: String
  /// What kind of act it was.
  public var verb: String
  /// The act in words.
  public var sentence: String
  /// The action's id.
  public var action: String
  /// What it changed.
  public var changes: [Change]

  /// Makes a row.
  ///
  /// - Parameters:
  ///   - at: When, ISO 8601 UTC.
  ///   - coder: Who acted.
  ///   - verb: What kind of act it was.
  ///   - sentence: The act in words.
  ///   - action: The action's id.
  ///   - changes: What it changed.
  public init(
    at: String, coder: String, verb: String, sentence: String, action: String, changes: [Change]
  ) {
    self.at = at
    self.coder = coder
    self.verb = verb
    self.sentence = sentence
    self.action = action
    self.changes = changes
  }

  /// The columns, in the documented order.
  public static let columns = [
    TableColumn("at", title: "At"),
    TableColumn("coder", title: "Coder", audience: .programs),
    TableColumn("verb", title: "Verb", audience: .programs),
    TableColumn("sentence", title: "What was done"),
    TableColumn("action", title: "Action", audience: .programs),
    TableColumn("changes", title: "Changes", audience: .programs),
  ]

  /// A cell for each column.
  public var cells: [TableValue] {
    [
      .text(at), .text(coder), .text(verb), .text(sentence), .text(action),
      .list(changes.map(\.value)),
    ]
  }
}

extension HistoryRow.Change {
  fileprivate var value: TableValue {
    .record([("kind", .text(kind)), ("entity", .text(entity)), ("fields", .json(fields))])
  }
}
