import Synthesis

/// The bank of codes as the desk holds it: rows, an index by what is typed, and what I used lately.
package struct Bank: Sendable {
  /// The codes by identity.
  package private(set) var codes: [EntityID: BankCode] = [:]
  /// The codes that I used, the latest first; at most a few hundred.
  package private(set) var recent: [EntityID] = []
  /// Whether all codes are here; at the start there may be those of the first screen only, which
  /// have no order of use yet.
  package let isWhole: Bool
  /// Counts the changes of names, so that who sorts by them knows when to sort again.
  private(set) var nameChanges = 0
  /// What lists say of the codes: to copy all that is known of one takes longer than to draw its row.
  private var rows: [EntityID: CodeRow] = [:]
  private var index = CodeIndex([])
  private var byUse = UseOrder()

  /// Makes a bank of rows.
  ///
  /// - Complexity: O(*n*) in the length of all names and definitions, and O(*n* log *n*) in their
  ///   number.
  package init(_ codes: [BankCode] = [], isWhole: Bool = true) {
    self.isWhole = isWhole
    for code in codes { put(code) }
    byUse = UseOrder(rows.values)
  }

  /// This bank with what I used lately.
  func remembering(_ recent: [EntityID]) -> Bank {
    var bank = self
    bank.recent = recent.filter { codes[$0] != nil }
    return bank
  }

  /// Puts a row in, or in its new form.
  package mutating func update(_ row: BankCode) {
    let (known, new) = (rows[row.code.id], CodeRow(row))
    put(row)
    guard isWhole, known != new else { return }
    if let known { byUse.remove(known) }
    byUse.insert(new)
  }

  /// Puts a row in without its place in the order of use.
  private mutating func put(_ row: BankCode) {
    let known = codes.updateValue(row, forKey: row.code.id)
    rows[row.code.id] = CodeRow(row)
    if known?.code != row.code { index.update(row.code) }
    if known?.code.name != row.code.name { nameChanges += 1 }
  }

  /// Takes a code out.
  package mutating func remove(_ code: EntityID) {
    codes[code] = nil
    if let known = rows.removeValue(forKey: code) {
      nameChanges += 1
      if isWhole { byUse.remove(known) }
    }
    index.remove(code)
    recent.removeAll { $0 == code }
  }

  /// Notes that I used a code.
  package mutating func used(_ code: EntityID) {
    recent.removeAll { $0 == code }
    recent.insert(code, at: 0)
    if recent.count > 300 { recent.removeLast() }
  }

  /// The name of a code; until all are here it may have to be waited for.
  package func name(of code: EntityID) -> String {
    rows[code]?.name ?? (isWhole ? "a code that is gone" : "…")
  }

  /// The code of this very name, where there is one only.
  package func code(named name: String) -> BankCode? {
    let matches = codes.values.filter { $0.code.name == name }
    return matches.count == 1 ? matches.first : nil
  }

  /// The codes that fit what is typed, in no order.
  package func fitting(_ typed: String) -> [EntityID] { index.matches(typed).map(\.code) }

  /// The codes that fit what is typed, best first: how they fit, then those of this study, then
  /// those used lately, then those with most lines, then by name.
  ///
  /// Nothing typed fits all.
  package func ranked(
    _ typed: String, inStudy: Set<EntityID>, limit: Int
  ) -> [(row: CodeRow, fit: CodeIndex.Fit)] {
    guard !typed.allSatisfy(\.isWhitespace) else {
      return firstOfAll(inStudy, limit).map { ($0, .words) }
    }
    let recency = Dictionary(
      uniqueKeysWithValues: recent.enumerated().map { ($0.element, $0.offset) })
    return best(index.matches(typed), limit).compactMap { match in
      rows[match.code].map { row in
        RankedCode(
          row: row, fit: match.fit, isElsewhere: !inStudy.contains(row.id),
          recency: recency[row.id] ?? Int.max)
      }
    }.smallest(limit).map { ($0.row, $0.fit) }
  }

  /// The matches among which the first are: none that fits worse than enough others.
  private func best(_ matches: [CodeIndex.Match], _ limit: Int) -> [CodeIndex.Match] {
    guard matches.count > limit else { return matches }
    var counts: [CodeIndex.Fit: Int] = [:]
    for match in matches { counts[match.fit, default: 0] += 1 }
    var (count, worst) = (0, CodeIndex.Fit.words)
    for (fit, own) in counts.sorted(by: { $0.key < $1.key }) where count < limit {
      (count, worst) = (count + own, fit)
    }
    return matches.filter { $0.fit <= worst }
  }

  /// The first codes where nothing is typed: those of the study, then all others, each with those
  /// used lately before those with most lines.
  ///
  /// They are put one after the other, not sorted: a picker opens with them on every line.
  ///
  /// - Complexity: O(*n* log *n*) in the codes of the study, O(*n*) in those used lately and `limit`.
  private func firstOfAll(_ inStudy: Set<EntityID>, _ limit: Int) -> [CodeRow] {
    let lately = Set(recent)
    let first =
      recent.lazy.filter(inStudy.contains).compactMap { rows[$0] }
      + inStudy.lazy.filter { !lately.contains($0) }.compactMap { rows[$0] }.sorted()
      + recent.lazy.filter { !inStudy.contains($0) }.compactMap { rows[$0] }
    let most = byUse.first(limit).lazy.filter { row in
      !inStudy.contains(row.id) && !lately.contains(row.id)
    }
    return Array((first + most).prefix(limit))
  }
}

/// A row with what its place in a list is made of.
private struct RankedCode: Comparable {
  let row: CodeRow
  let fit: CodeIndex.Fit
  let isElsewhere: Bool
  let recency: Int

  static func < (left: RankedCode, right: RankedCode) -> Bool {
    if left.fit != right.fit { return left.fit < right.fit }
    if left.isElsewhere != right.isElsewhere { return right.isElsewhere }
    if left.recency != right.recency { return left.recency < right.recency }
    return left.row < right.row
  }
}

extension Array where Element: Comparable {
  /// The `count` smallest elements in order.
  ///
  /// - Complexity: O(*n* log *count*) at worst, O(*n*) where few displace others.
  func smallest(_ count: Int) -> [Element] {
    guard self.count > count * 4 else { return Array(sorted().prefix(count)) }
    var kept: [Element] = []
    for element in self {
      if kept.count == count, let last = kept.last, !(element < last) { continue }
      let place = kept.partitioningIndex { element < $0 }
      kept.insert(element, at: place)
      if kept.count > count { kept.removeLast() }
    }
    return kept
  }
}
