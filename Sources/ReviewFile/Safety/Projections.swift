import GRDB
import Synthesis

/// The projections as they are compared: by ids, for local numbers may differ.
struct Projection {
  /// What a slice of a projection is cut by.
  enum Key {
    /// A column of ids.
    case id(String)
    /// A column of local numbers, cut by the ids that they stand for.
    case number(String)
  }

  let table: String
  /// A row as one text.
  private let line: String
  /// Whether a row has a set of coders, which is told by their ids.
  private let hasMask: Bool
  let key: Key

  private init(_ table: String, by key: Key, _ line: String, hasMask: Bool = false) {
    self.table = table
    self.key = key
    self.line = line
    self.hasMask = hasMask
  }

  private static func id(_ column: String) -> String {
    "(SELECT hex(id) FROM key WHERE key = \(column))"
  }

  static let all = [
    Projection(
      "thing", by: .id("id"),
      "hex(id)||kind||isOn||live||stamp||hex(action)||hex(coder)||at||fields"),
    Projection("link", by: .id("source"), "hex(target)||hex(source)"),
    Projection("study", by: .id("id"), "hex(id)||label"),
    Projection("code", by: .id("id"), "hex(id)||name||coalesce(hex(mergedInto), '')"),
    Projection(
      "placement", by: .id("id"),
      "hex(id)||hex(child)||coalesce(hex(parent), 'top')||coalesce(hex(arrangement), 'shared')"),
    Projection("themeMerge", by: .id("theme"), "hex(theme)||hex(target)"),
    Projection(
      "coding", by: .number("document"),
      """
      \(id("document"))||' '||start||' '||"end"||\(id("code"))||\(id("coder"))
      ||live||' '||stamp||' '||at||memo
      """),
    Projection("resolved", by: .number("code"), "\(id("code"))||\(id("target"))"),
    Projection(
      "documentCount", by: .number("document"),
      """
      \(id("document"))||hex(study)||lines||' '||codable||' '||quotations||' '||confirmed
      ||' '||guessed
      """),
    Projection(
      "coverage", by: .number("document"), "\(id("document"))||\(id("coder"))||coded||' '||aside"),
    Projection(
      "tally", by: .number("code"), "\(id("code"))||\(id("document"))||lines", hasMask: true),
    Projection(
      "total", by: .number("code"), "\(id("code"))||lines||' '||studies", hasMask: true),
    Projection(
      "paragraph", by: .number("document"), "\(id("document"))||' '||start||' '||\"end\""),
  ]
}

extension Projection {
  /// A stretch of ids: all after one, up to and with another.
  struct Stretch {
    var after: EntityID?
    var last: EntityID?
  }

  /// About how many rows a stretch has.
  private static let rowsAtOnce = 1000

  /// All rows, in no order.
  func rows(_ db: Database) throws -> [String] { try rows(db, Stretch()) }

  /// The rows of a stretch, in no order.
  func rows(_ db: Database, _ stretch: Stretch) throws -> [String] {
    let column =
      switch key {
      case .id(let column): column
      case .number: "id"
      }
    var arguments: StatementArguments = []
    var conditions: [String] = []
    if let after = stretch.after {
      conditions.append("\(column) > ?")
      arguments += [after]
    }
    if let last = stretch.last {
      conditions.append("\(column) <= ?")
      arguments += [last]
    }
    var condition = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
    if case .number(let number) = key, !conditions.isEmpty {
      condition = "WHERE \(number) IN (SELECT key FROM key \(condition))"
    }
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT \(line)\(hasMask ? ", mask" : "") FROM \(table) \(condition)"),
      arguments: arguments)
    var masks = hasMask ? try MaskNames(db) : nil
    var found: [String] = []
    while let row = try rows.next() {
      let line: String? = try row.value(0)
      found.append((line ?? "a row without its owner") + (try masks?.name(of: row.value(1)) ?? ""))
    }
    return found
  }

  /// Stretches that together hold every id that there may be.
  func stretches(_ db: Database) throws -> [Stretch] {
    let owners =
      switch key {
      case .id(let column):
        "SELECT \(column), count(*) FROM \(table) GROUP BY 1 ORDER BY 1"
      case .number(let column):
        """
        SELECT k.id, count(*) FROM \(table) t JOIN key k ON k.key = t.\(column)
        GROUP BY t.\(column) ORDER BY 1
        """
      }
    let rows = try Row.fetchCursor(db, sql: owners)
    var stretches = [Stretch()]
    var count = 0
    while let row = try rows.next() {
      count += try row.value(1) as Int
      guard count >= Self.rowsAtOnce else { continue }
      count = 0
      stretches[stretches.count - 1].last = try row.value(0)
      stretches.append(Stretch(after: try row.value(0)))
    }
    return stretches
  }

  /// How many local numbers one look for strays takes: each is looked up by itself, and ten thousand
  /// at once held saves up for 30 ms, where they had to come from the disk for 170.
  static let numbersAtOnce = 100

  /// How many of the next local numbers have rows here and stand for nothing.
  ///
  /// - Parameters:
  ///   - db: The database.
  ///   - number: The number after which they come; `nil` for the first.
  /// - Returns: How many of them, and the last that was looked at; `nil` behind all.
  /// - Throws: What SQLite says.
  func strays(_ db: Database, after number: Int64?) throws -> (count: Int, last: Int64)? {
    guard case .number(let column) = key else { return nil }
    // From one number to the next, so that rows are passed over.
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          WITH RECURSIVE owner(n) AS (
            SELECT min(\(column)) FROM \(table) \(number == nil ? "" : "WHERE \(column) > ?")
            UNION ALL SELECT (SELECT min(\(column)) FROM \(table) WHERE \(column) > owner.n)
            FROM owner WHERE n IS NOT NULL LIMIT \(Self.numbersAtOnce))
          SELECT max(n), count(*) FILTER (WHERE n NOT IN (SELECT key FROM key))
          FROM owner WHERE n IS NOT NULL
          """), arguments: number.map { [$0] } ?? [])
    guard let row, let last: Int64 = try row.value(0) else { return nil }
    return (try row.value(1), last)
  }
}

/// Sets of coders by the bits' owners, so that the order in which coders came does not matter.
private struct MaskNames {
  private let owners: [(bit: Int, id: String)]
  private var names: [Int64: String] = [:]

  init(_ db: Database) throws {
    owners = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT b.bit, hex(k.id) FROM bit b JOIN key k ON k.key = b.coder ORDER BY 2")
    ).map { try ($0.value(0), $0.value(1)) }
  }

  mutating func name(of mask: Int64) -> String {
    if let name = names[mask] { return name }
    let own = owners.filter { mask >> Int64($0.bit) & 1 == 1 }.map(\.id)
    names[mask] = " " + own.joined(separator: "+")
    return names[mask] ?? ""
  }
}
