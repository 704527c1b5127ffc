import GRDB
import Synthesis

/// Compares the projections of a file with those of a copy that were made anew, slice by slice.
///
/// What others save meanwhile is read with each slice and done in the copy before its rows are
/// compared, so that both stand at the same act.
struct ProjectionComparison {
  let source: ReviewFile
  let copy: DatabaseQueue
  private let lines = LineCache()

  init(source: ReviewFile, copy: DatabaseQueue) {
    self.source = source
    self.copy = copy
  }

  /// What differs, in words.
  mutating func run() throws -> [String] {
    var problems: [String] = []
    for projection in Projection.all {
      var wrong = try strays(of: projection)
      for stretch in try copy.read(projection.stretches) {
        let (found, expected) = try rows(of: projection, stretch)
        guard found != expected else { continue }
        wrong += Set(found).symmetricDifference(expected).count
      }
      guard wrong > 0 else { continue }
      problems.append(
        "the table ‘\(projection.table)’ differs from the log in \(wrong) rows; "
          + "`linewise check --rebuild` makes it again")
    }
    return problems
  }

  /// How many local numbers of a projection stand for nothing.
  func strays(of projection: Projection) throws -> Int {
    var (count, number): (Int, Int64?) = (0, nil)
    while let found = try source.read({ try projection.strays($0.db, after: number) }) {
      // A damaged table may lead back to numbers that were seen.
      if let number, found.last <= number { return count + 1 }
      count += found.count
      number = found.last
      source.letOthersSave()
    }
    return count
  }

  /// The rows of a stretch as they are and as they should be.
  private func rows(
    of projection: Projection, _ stretch: Projection.Stretch
  ) throws -> (found: [String], expected: [String]) {
    while true {
      let end = try LogCopy.end(of: copy)
      let (news, found) = try source.read { reader in
        let news = try LogCopy.items(after: end.seq, reader)
        // More may have arrived than one read takes; then the rows are of a later act.
        let isAll = try news.last?.seq ?? end.seq == reader.lastSeq()
        return (news, isAll ? try projection.rows(reader.db, stretch) : nil)
      }
      _ = try LogCopy.verify(news, after: end, in: source.path)
      try follow(news)
      guard let found else {
        // Nothing that comes after them, and yet they are not the last.
        guard !news.isEmpty else {
          throw ReviewFileError.damaged(path: source.path, detail: "the log has lost acts")
        }
        continue
      }
      source.letOthersSave()
      return (found.sorted(), try copy.read { try projection.rows($0, stretch) }.sorted())
    }
  }

  /// Does in the copy what others did.
  private func follow(_ items: [LogCopy.Item]) throws {
    guard !items.isEmpty else { return }
    try copy.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        let reader = LogReader(db: db, cache: lines)
        let log = LogWriter(reader)
        for item in items {
          for content in item.contents { try log.store(content) }
          try log.insert(item.action, stored: item.stored)
          let action = Action(
            id: item.action.id, stamp: item.action.stamp, at: item.action.at,
            coder: item.action.coder, verb: item.action.verb, note: item.action.note,
            changes: try item.stored.map { try $0.change() })
          var projector = Projector(reader)
          try projector.take(action)
        }
        return .commit
      }
    }
  }
}
