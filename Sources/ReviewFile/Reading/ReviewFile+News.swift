import GRDB
import Synthesis

extension ReviewFile {
  /// What changed since an arrival: the actions, and the rows that changed with them.
  ///
  /// - Parameters:
  ///   - seq: The last arrival that is known.
  ///   - interest: The documents on screen.
  /// - Returns: The news, or `nil` where nothing has arrived.
  /// - Throws: ``ReviewFileError``.
  package func news(since seq: Int64, interest: Set<EntityID>) throws -> News? {
    try read { reader in
      let rows = try Row.fetchAll(
        reader.db, sql: "SELECT * FROM action WHERE seq > ? ORDER BY seq LIMIT 500",
        arguments: [seq])
      guard let last = rows.last else { return nil }
      let items = try rows.map(reader.item)
      var touched = Touched()
      for item in items { try touched.add(item.action, reader) }
      let bank = try reader.bank(only: touched.codes)
      return News(
        seq: last["seq"], items: items,
        documents: try touched.documents.intersection(interest).sorted()
          .filter(reader.isLive).map(reader.page),
        codes: bank, goneCodes: touched.codes.subtracting(bank.map(\.code.id)),
        studies: try reader.studies(only: touched.allStudies ? nil : touched.studies),
        studiesAreAll: touched.allStudies,
        coders: touched.coders ? try reader.coders() : nil,
        review: touched.review ? try reader.review() : nil)
    }
  }
}

/// What actions touched, by what a screen shows of it.
private struct Touched {
  var documents: Set<EntityID> = []
  var studies: Set<EntityID> = []
  var codes: Set<EntityID> = []
  var allStudies = false
  var coders = false
  var review = false

  mutating func add(_ action: Action, _ reader: LogReader) throws {
    for change in action.changes {
      guard change.kind == UndoMark.kind else {
        try add(change, reader)
        continue
      }
      for change in try reader.action(change.entity)?.changes ?? [] { try add(change, reader) }
    }
  }

  private mutating func add(_ change: Change, _ reader: LogReader) throws {
    switch change.kind {
    case Review.kind: review = true
    case Coder.kind: coders = true
    case Study.kind, Document.kind: allStudies = true
    case Code.kind: try add(code: change, reader)
    default: break
    }
    let folded = try reader.folded(change.entity)?.fields.values ?? [:]
    let fields = folded.merging(change.fields) { now, _ in now }
    if let document = fields["document"]?.entity ?? documentOfMemo(change, fields) {
      try add(document: document, reader)
    }
    if let study = fields["study"]?.entity { studies.insert(study) }
    for name in ["code", "target"] {
      if let code = fields[name]?.entity { codes.insert(try reader.resolve(code)) }
    }
  }

  private func documentOfMemo(_ change: Change, _ fields: [String: FieldValue]) -> EntityID? {
    change.kind == Memo.kind ? fields["about"]?.entity : nil
  }

  private mutating func add(document: EntityID, _ reader: LogReader) throws {
    documents.insert(document)
    if let study = try reader.folded(document)?.fields.entity("study") { studies.insert(study) }
  }

  /// A code, what it was merged into, and, since its codings stand under another name now, the
  /// documents in which it stands.
  private mutating func add(code change: Change, _ reader: LogReader) throws {
    codes.insert(change.entity)
    guard let target = change.fields["mergedInto"]?.entity else { return }
    codes.insert(target)
    codes.insert(try reader.resolve(target))
    for coding in try reader.codings(of: change.entity) {
      try add(document: coding.document, reader)
    }
  }
}
