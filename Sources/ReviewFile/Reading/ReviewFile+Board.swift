import CSystem
import Foundation
import GRDB
import Synthesis

extension ReviewFile {
  /// What boards are made of, as somebody may see it.
  ///
  /// Read in short slices, so that a save waits for none of them longer than a moment; what others
  /// do meanwhile is taken in before it is answered.
  ///
  /// - Parameter viewer: Who looks; `nil` sees everything.
  /// - Returns: The facts, all as of one arrival.
  /// - Throws: ``ReviewFileError``.
  /// - Complexity: O(*n*) in everything that was ever said of themes.
  package func boardFacts(for viewer: EntityID?) throws -> BoardFacts {
    try board(for: viewer).facts
  }

  /// What boards are made of, with the last arrival that it tells of.
  package func board(for viewer: EntityID?) throws -> (facts: BoardFacts, seq: Int64) {
    var seq = try head()?.seq ?? 0
    var facts = try boardSlices(for: viewer)
    while let news = try boardNews(since: seq, for: viewer) {
      facts.take(news.board)
      seq = news.seq
    }
    return (facts, seq)
  }

  /// What changed of themes since an arrival, as somebody may see it; `nil` where nothing arrived.
  package func boardNews(
    since seq: Int64, for viewer: EntityID?
  ) throws -> (board: BoardNews, seq: Int64)? {
    let found = try read { reader -> (news: BoardNews, needsAll: Bool, seq: Int64)? in
      let rows = try reader.arrivals(since: seq)
      guard let last = rows.last else { return nil }
      var veil = try Veil(reader, from: viewer)
      var touched = TouchedBoard()
      for row in rows { try touched.add(try reader.action(row), reader, veil) }
      return try (touched.news(reader, &veil), touched.isWhole, last.value("seq"))
    }
    guard let found else { return nil }
    return (try complete(found.news, found.needsAll, for: viewer), found.seq)
  }

  /// The news with all facts anew, where what may be seen has changed.
  ///
  /// They are read after the news; what arrives meanwhile is told again by the next.
  func complete(
    _ news: BoardNews, _ needsAll: Bool, for viewer: EntityID?
  ) throws -> BoardNews {
    guard needsAll else { return news }
    var whole = BoardNews()
    whole.all = try boardSlices(for: viewer)
    return whole
  }

  private func boardSlices(for viewer: EntityID?) throws -> BoardFacts {
    var facts = BoardFacts()
    var veil = try read { try Veil($0, from: viewer) }
    for kind in BoardFacts.kinds {
      try eachSlice(of: kind) { things in
        let hidden = try hidden(things, &veil)
        for thing in things where !hidden.contains(thing.id) {
          facts.take(thing.id, kind, thing.folded)
        }
      }
    }
    facts.mergedCodes = try read { try $0.mergedCodes() }
    return facts
  }

  private func hidden(
    _ things: [(id: EntityID, folded: Folded)], _ veil: inout Veil
  ) throws -> Set<EntityID> {
    guard !veil.isOpen else { return [] }
    return try read { reader in
      try Set(things.filter { try veil.hides($0.id, $0.folded, reader) }.map(\.id))
    }
  }

  /// How many things one read takes.
  private static let thingsAtOnce = 400

  /// The live things of a kind, slice by slice by their key; they are decoded between the reads.
  func eachSlice(
    of kind: Kind, _ body: ([(id: EntityID, folded: Folded)]) throws -> Void
  ) throws {
    var after: (stamp: Int64, id: EntityID) = (.min, EntityID(high: 0, low: 0))
    while true {
      let rows = try read { reader in
        try Row.fetchAll(
          reader.db.cachedStatement(
            sql: """
              SELECT id, kind, stamp, action, coder, at, fields FROM thing
              WHERE kind = ? AND live = 1 AND (stamp, id) > (?, ?) ORDER BY stamp, id LIMIT ?
              """), arguments: [kind.name, after.stamp, after.id, Self.thingsAtOnce])
      }
      let things = try Self.translating(path) { try rows.map(LogReader.thing) }
      try body(kind == Theme.kind ? try read { try $0.written(things) } : things)
      guard let last = rows.last, rows.count == Self.thingsAtOnce else { return }
      after = try (last.value(2), last.value(0))
      letOthersSave()
    }
  }

  /// The live codes that are merged into no other, in the order in which they were made, in short
  /// reads.
  package func unmergedCodes() throws -> [Code] {
    let merged = try read { try $0.mergedCodes() }
    var codes: [Code] = []
    try eachSlice(of: Code.kind) { things in
      codes += things.filter { merged[$0.id] == nil }
        .map { Code(id: $0.id, fields: $0.folded.fields) }
    }
    return codes
  }
}

extension ReviewFile {
  /// Which lines bear which codes, each document in a read of its own.
  ///
  /// - Returns: The whole index.
  /// - Throws: ``ReviewFileError``.
  /// - Complexity: O(*n*) in the codings of the review.
  package func codedLines() throws -> CodedLines {
    var index = CodedLines()
    try refresh(&index, try read { try $0.live(Document.kind).map(\.id) })
    linewise_trim()
    return index
  }

  /// Counts given documents anew, and says which codes stand on other lines since; documents that
  /// are no more are taken out.
  package func recount(
    _ index: inout CodedLines, _ documents: some Sequence<EntityID>
  ) throws -> Set<EntityID> {
    var changed: Set<EntityID> = []
    for document in documents {
      let before = index.lines(in: document)
      try refresh(&index, CollectionOfOne(document))
      let after = index.lines(in: document)
      changed.formUnion(before.keys.filter { before[$0] != after[$0] })
      changed.formUnion(after.keys.filter { before[$0] == nil })
    }
    return changed
  }

  /// Counts given documents anew; those that are no more are taken out.
  package func refresh(_ index: inout CodedLines, _ documents: some Sequence<EntityID>) throws {
    for document in documents {
      let counted = try read { reader in
        try reader.standing(document) == nil ? nil : try reader.counted(document)
      }
      guard let counted else {
        index.remove(document)
        continue
      }
      index.replace(
        counted.table, codings: counted.codings, first: counted.first, ties: counted.ties)
    }
  }
}

/// What is counted of a document: its codings without their identities, which cost a digest each.
private struct CountedDocument {
  let table: LineTable
  var codings: [(passage: Passage, code: EntityID, coder: EntityID)] = []
  var first: Stamp?
  let evidence: [Evidence]

  var ties: [CodedLines.Tie] {
    evidence.map {
      CodedLines.Tie(target: $0.target, passage: $0.passage, isAgainst: $0.isAgainst)
    }
  }
}

extension LogReader {
  fileprivate func counted(_ document: EntityID) throws -> CountedDocument {
    var counted = CountedDocument(
      table: try lines(of: document), evidence: try evidence(in: document))
    guard let key = try key(of: document) else { return counted }
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT c.start, c."end", code.id, coder.id, c.stamp
          FROM coding c LEFT JOIN resolved r ON r.code = c.code
          JOIN key code ON code.key = coalesce(r.target, c.code)
          JOIN key coder ON coder.key = c.coder
          WHERE c.document = ? AND c.live = 1
          """), arguments: [key])
    while let row = try rows.next() {
      try counted.codings.append(
        (Passage(start: row.value(0), end: row.value(1)), row.value(2), row.value(3)))
      let stamp = try Stamp(row.value(4))
      counted.first = min(counted.first ?? stamp, stamp)
    }
    return counted
  }
}

extension ReviewFile {
  /// The lines that bear one of some codes, study by study, with those that are kept as evidence;
  /// each document is a read of its own.
  ///
  /// - Parameters:
  ///   - codes: The codes.
  ///   - targets: The codes and themes whose evidence is meant; what was merged into one is too.
  ///   - study: One study, or all.
  ///   - limit: How many lines at most.
  /// - Returns: The lines, by study and place, each once.
  /// - Throws: ``ReviewFileError``.
  package func lines(
    of codes: [EntityID], tiedTo targets: Set<EntityID>, in study: EntityID? = nil,
    limit: Int = .max
  ) throws -> [CodedLine] {
    var (documents, ties): (Set<EntityID>, Set<EntityID>) = ([], [])
    for slice in stride(from: 0, to: codes.count, by: Self.thingsAtOnce) {
      let some = codes[slice..<min(slice + Self.thingsAtOnce, codes.count)]
      try read { reader in
        for code in some { documents.formUnion(try reader.documents(tallying: code)) }
      }
    }
    for target in targets {
      try read { reader in
        for own in try reader.family(of: target) {
          ties.insert(own)
          documents.formUnion(try reader.documents(tiedTo: own))
        }
      }
    }
    let wanted = Set(codes)
    return try lines(in: documents, of: study, limit: limit) { counted, label, first in
      counted.table.lines(
        codedAt: counted.codings.lazy.filter { wanted.contains($0.code) }.map(\.passage),
        tied: counted.evidence.filter { ties.contains($0.target) }, study: label, from: first)
    }
  }

  private func lines(
    in documents: Set<EntityID>, of study: EntityID?, limit: Int,
    _ body: (CountedDocument, String, Int) -> [CodedLine]
  ) throws -> [CodedLine] {
    let owned = try read { reader in
      try documents.compactMap { document -> (label: String, study: EntityID, id: EntityID)? in
        guard let owner = try reader.standing(document)?.fields.entity("study"),
          study == nil || owner == study
        else { return nil }
        return (try reader.name(of: owner), owner, document)
      }
    }
    var found: [CodedLine] = []
    for (label, owners) in Dictionary(grouping: owned, by: \.study)
      .map({ ($0.value[0].label, $0.value) })
      .sorted(by: { ($0.0, $0.1[0].study) < ($1.0, $1.1[0].study) })
    {
      let chosen = Set(owners.map(\.id))
      for document in try read({ try $0.documents(of: owners[0].study) })
      where chosen.contains(document) && found.count < limit {
        let (counted, first) = try read {
          (try $0.counted(document), try $0.firstNumber(of: document))
        }
        found += body(counted, label, first).prefix(limit - found.count)
      }
    }
    return found
  }
}

extension LogReader {
  /// The documents in which a code holds lines.
  fileprivate func documents(tallying code: EntityID) throws -> [EntityID] {
    try EntityID.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT d.id FROM key k JOIN tally t ON t.code = k.key
          JOIN key d ON d.key = t.document WHERE k.id = ?
          """), arguments: [code])
  }

  /// A code or theme and all that was merged into it.
  func family(of id: EntityID) throws -> [EntityID] {
    var family = [id]
    var seen: Set<EntityID> = [id]
    var index = 0
    while index < family.count {
      family += try absorbed(into: family[index]).filter { seen.insert($0).inserted }
      index += 1
    }
    return family
  }

  /// The actions that arrived since, the first of them: as many as are told of in half the time for
  /// which a save may wait.
  func arrivals(since seq: Int64) throws -> [Row] {
    try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM action WHERE seq > ? ORDER BY seq LIMIT 20"),
      arguments: [seq])
  }
}
