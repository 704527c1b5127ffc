import GRDB
import Synthesis

extension ReviewFile {
  /// What changed since an arrival: the actions, and the rows that changed with them.
  ///
  /// - Parameters:
  ///   - seq: The last arrival that is known.
  ///   - interest: The documents on screen.
  ///   - viewer: Who is told; of drafts that they may not see no more than that there was work.
  ///     `nil` is told everything.
  /// - Returns: The news, or `nil` where nothing has arrived.
  /// - Throws: ``ReviewFileError``.
  package func news(
    since seq: Int64, interest: Set<EntityID>, for viewer: EntityID?
  ) throws -> News? {
    let found = try read { reader -> (news: News, needsAll: Bool)? in
      let rows = try reader.arrivals(since: seq)
      guard let last = rows.last else { return nil }
      var veil = try Veil(reader, from: viewer)
      var touched = Touched()
      var board = TouchedBoard()
      for row in rows {
        let action = try reader.action(row)
        try touched.add(action, reader)
        try board.add(action, reader, veil)
      }
      let items = try rows.map { try reader.item($0, &veil) }
      let boardNews = try board.news(reader, &veil)
      let news = try touched.news(
        to: last.value("seq"), items, interest, boardNews, reader, veil: &veil)
      return (news, board.isWhole)
    }
    guard let found else { return nil }
    return found.needsAll
      ? found.news.with(try complete(found.news.board, true, for: viewer)) : found.news
  }

  /// The rows of the bank that changed since an arrival, the codes that went, and the last arrival
  /// that is told of; `nil` where nothing has arrived.
  func codeNews(
    since seq: Int64
  ) throws -> (rows: [BankCode], gone: Set<EntityID>, seq: Int64)? {
    try read { reader in
      let rows = try reader.arrivals(since: seq)
      guard let last = rows.last else { return nil }
      var touched = Touched()
      for row in rows { try touched.add(try reader.action(row), reader) }
      let (codes, gone) = try touched.codeRows(reader)
      return (codes, gone, try last.value("seq"))
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
      for change in try reader.action(change.entity)?.changes ?? [] {
        try add(change, reader)
        try addLiving(change, reader)
        if change.kind == Code.kind { try addMerges(of: change.entity, reader) }
      }
    }
  }

  private mutating func add(_ change: Change, _ reader: LogReader) throws {
    switch change.kind {
    case Review.kind: review = true
    case Coder.kind: coders = true
    case Study.kind: allStudies = true
    case Document.kind:
      allStudies = true
      documents.insert(change.entity)
      codes.formUnion(try reader.codes(everIn: change.entity))
    case Code.kind: try add(code: change, reader)
    case Theme.kind where change.fields[Fields.deleted] != nil: try addLiving(change, reader)
    default: break
    }
    // What boards are made of is told apart, and no row of a document or of the bank shows it.
    guard !BoardFacts.kinds.contains(change.kind) else { return }
    let fields = try reader.anyFields(of: change)
    if let document = fields.entity("document") ?? documentOfMemo(change, fields) {
      try add(document: document, reader)
      // Which lines there are, and which count, is what codes hold.
      if [Section.kind, Role.kind, Cut.kind].contains(change.kind) {
        codes.formUnion(try reader.codes(everIn: document))
      }
    }
    if let study = fields.entity("study") { studies.insert(study) }
    if let code = fields.entity("code") { codes.insert(try reader.resolve(code)) }
    if let target = fields.entity("target"), try reader.folded(target)?.kind != Theme.kind {
      codes.insert(try reader.resolve(target))
    }
  }

  private func documentOfMemo(_ change: Change, _ fields: Fields) -> EntityID? {
    change.kind == Memo.kind ? fields.entity("about") : nil
  }

  private mutating func add(document: EntityID, _ reader: LogReader) throws {
    documents.insert(document)
    if let study = try reader.folded(document)?.fields.entity("study") { studies.insert(study) }
  }

  /// A code, what it was merged into, and, since its codings stand under another name now, the
  /// documents in which it stands.
  private mutating func add(code change: Change, _ reader: LogReader) throws {
    codes.insert(change.entity)
    guard change.fields["mergedInto"] != nil else { return }
    try addMerges(of: change.entity, reader)
    for document in try reader.documents(bearing: change.entity) {
      try add(document: document, reader)
    }
  }

  /// All codes whose lines may stand under another name where the merges of a code are others now:
  /// those that went into it, and, with theirs, those into which it ever went.
  private mutating func addMerges(of code: EntityID, _ reader: LogReader) throws {
    for other in [code] + (try reader.targets(everOf: code)) {
      codes.formUnion(try reader.family(of: other))
      codes.insert(try reader.resolve(other))
    }
  }

  /// What stands in documents only as long as a code, theme, coder or study is there.
  private mutating func addLiving(_ change: Change, _ reader: LogReader) throws {
    let hosts: [EntityID] =
      switch change.kind {
      case Code.kind: try reader.documents(bearing: change.entity)
      case Theme.kind: try reader.documents(tiedTo: change.entity)
      case Coder.kind: try reader.documents(codedBy: change.entity)
      case Study.kind: try reader.documents(everOf: change.entity)
      default: []
      }
    for document in hosts { try add(document: document, reader) }
    guard [Coder.kind, Study.kind].contains(change.kind) else { return }
    for document in hosts { codes.formUnion(try reader.codes(everIn: document)) }
  }

  /// The rows of the codes, and those of them that have none any more.
  func codeRows(_ reader: LogReader) throws -> (rows: [BankCode], gone: Set<EntityID>) {
    let rows = try reader.bank(only: codes)
    return (rows, codes.subtracting(rows.map(\.code.id)))
  }

  func news(
    to seq: Int64, _ items: [HistoryItem], _ interest: Set<EntityID>, _ board: BoardNews,
    _ reader: LogReader, veil: inout Veil
  ) throws -> News {
    let (rows, gone) = try codeRows(reader)
    return News(
      seq: seq, items: items,
      documents: try documents.intersection(interest).sorted().filter(reader.isLive)
        .map { try reader.page(of: $0, veil: &veil) },
      codes: rows, goneCodes: gone,
      studies: try reader.studies(only: allStudies ? nil : studies), studiesAreAll: allStudies,
      coders: coders ? try reader.coders() : nil, review: review ? try reader.review() : nil,
      board: board, touchedDocuments: documents)
  }
}

extension News {
  /// The same with other news of themes.
  fileprivate func with(_ board: BoardNews) -> News {
    News(
      seq: seq, items: items, documents: documents, codes: codes, goneCodes: goneCodes,
      studies: studies, studiesAreAll: studiesAreAll, coders: coders, review: review,
      board: board, touchedDocuments: touchedDocuments)
  }
}

extension LogReader {
  /// The codes that codings of a document name, live or not, by what they are merged into.
  fileprivate func codes(everIn document: EntityID) throws -> [EntityID] {
    try EntityID.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT k.id FROM key d JOIN coding c ON c.document = d.key
          LEFT JOIN resolved r ON r.code = c.code JOIN key k ON k.key = coalesce(r.target, c.code)
          WHERE d.id = ?
          """), arguments: [document])
  }

  /// The codes into which a code was ever merged, whether it still is or not.
  fileprivate func targets(everOf code: EntityID) throws -> [EntityID] {
    try Row.fetchAll(
      db.cachedStatement(sql: "SELECT fields FROM change WHERE entity = ?"), arguments: [code]
    ).compactMap { row in
      try Fields(CanonicalJSON.decode(Array((row.value(0) as String).utf8))).entity("mergedInto")
    }
  }

  /// The documents in which codings name a coder, live or not.
  fileprivate func documents(codedBy coder: EntityID) throws -> [EntityID] {
    try EntityID.fetchAll(
      db,
      sql: """
        SELECT DISTINCT d.id FROM coding c JOIN key d ON d.key = c.document
        WHERE c.coder = (SELECT key FROM key WHERE id = ?)
        """, arguments: [coder])
  }

  /// The documents in which words are kept as evidence for a code or theme, live or not.
  func documents(tiedTo target: EntityID) throws -> [EntityID] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT t.id, t.kind, t.stamp, t.action, t.coder, t.at, t.fields
          FROM link l CROSS JOIN thing t ON t.id = l.source WHERE l.target = ? AND t.kind = 'evidence'
          """), arguments: [target]
    ).compactMap { try Self.thing($0).folded.fields.entity("document") }
  }

  /// The documents in which codings or ties name a code or one merged into it, live or not.
  func documents(bearing id: EntityID) throws -> [EntityID] {
    try family(of: id).flatMap { code in
      try EntityID.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT DISTINCT d.id FROM key k JOIN coding c ON c.code = k.key
            JOIN key d ON d.key = c.document WHERE k.id = ?
            """), arguments: [code]) + documents(tiedTo: code)
    }
  }

  /// The documents that name a study, live or not.
  fileprivate func documents(everOf study: EntityID) throws -> [EntityID] {
    try EntityID.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT t.id FROM link l CROSS JOIN thing t ON t.id = l.source
          WHERE l.target = ? AND t.kind = 'document'
          """), arguments: [study])
  }
}
