import Synthesis

/// The bank of codes as the desk holds it: rows, an index by what is typed, and what I used lately.
package struct Bank: Sendable {
  /// The codes by identity.
  package private(set) var codes: [EntityID: BankCode] = [:]
  /// The codes that I used, the latest first; at most a few hundred.
  package private(set) var recent: [EntityID] = []
  /// Whether the codes are here; at the start there are only the names of those on the first screen.
  package let isWhole: Bool
  /// What codes are called until they are here.
  private var namesAtStart: [EntityID: String] = [:]
  /// The edition of the names, by which who sorts by them knows when to sort again.
  private(set) var nameEdition = Edition()
  /// The edition of all that lists show of codes: names and figures.
  private(set) var edition = Edition()
  private var index = CodeIndex([])
  /// What lists say of the codes, by their places in the index; `nil` for those that are gone.
  ///
  /// To copy all that is known of one takes longer than to draw its row.
  private var rows: [CodeRow?] = []
  private var byUse = UseOrder()

  /// Makes a bank of rows.
  ///
  /// - Complexity: O(*n*) in the length of all names and definitions, and O(*n* log *n*) in their
  ///   number.
  package init(_ codes: [BankCode] = [], isWhole: Bool = true) {
    self.isWhole = isWhole
    for code in codes { put(code) }
    byUse = UseOrder(rows.lazy.compactMap(\.self))
  }

  /// Takes the names of codes that are not here yet.
  package mutating func take(_ names: [EntityID: String]) {
    namesAtStart = names
    nameEdition = Edition()
  }

  /// This bank with what I used lately.
  func remembering(_ recent: [EntityID]) -> Bank {
    var bank = self
    bank.recent = recent.filter { codes[$0] != nil }
    return bank
  }

  /// Puts a row in, or in its new form.
  package mutating func update(_ row: BankCode) {
    let known = put(row)
    let new = CodeRow(row)
    edition = Edition()
    if known?.name != new.name { nameEdition = Edition() }
    guard isWhole, known != new else { return }
    if let known { byUse.remove(known) }
    byUse.insert(new)
  }

  /// Puts a row in without its place in the order of use.
  ///
  /// - Returns: The row as it was.
  @discardableResult
  private mutating func put(_ row: BankCode) -> CodeRow? {
    let known = codes.updateValue(row, forKey: row.code.id)
    let kept = known?.code == row.code ? index.place(of: row.code.id) : nil
    let place = kept ?? index.update(row.code)
    guard place < rows.count else {
      rows.append(CodeRow(row))
      return nil
    }
    defer { rows[place] = CodeRow(row) }
    return rows[place]
  }

  /// Takes a code out.
  package mutating func remove(_ code: EntityID) {
    edition = Edition()
    if let place = index.place(of: code), let known = rows[place] {
      rows[place] = nil
      nameEdition = Edition()
      if isWhole { byUse.remove(known) }
    }
    codes[code] = nil
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
    index.place(of: code).flatMap { rows[$0]?.name }
      ?? (isWhole ? "a code that is gone" : namesAtStart[code] ?? "…")
  }

  /// The code of this very name, where there is one only.
  package func code(named name: String) -> BankCode? {
    let matches = codes.values.filter { $0.code.name == name }
    return matches.count == 1 ? matches.first : nil
  }

  /// What lists say of a code.
  func row(of code: EntityID) -> CodeRow? { index.place(of: code).flatMap { rows[$0] } }

  /// How each code fits what is typed, by its place.
  func fits(_ typed: String) -> [CodeIndex.Fit?] { index.fits(typed) }

  /// Where a code stands among the fits.
  func place(of code: EntityID) -> Int? { index.place(of: code) }

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
    let fits = index.fits(typed, enough: limit)
    let worst = Self.worst(of: fits, limit)
    let recency = byPlace(recent.enumerated().map { ($0.element, $0.offset) }, else: .max)
    let isHere = byPlace(inStudy.map { ($0, true) }, else: false)
    var ranked: [Rank] = []
    for (place, fit) in fits.enumerated() {
      guard let fit, fit <= worst, let lines = rows[place]?.lines else { continue }
      ranked.append(
        Rank(
          fit: fit, isElsewhere: !isHere[place], recency: recency[place], lines: lines,
          place: place))
    }
    return ranked.smallest(limit) { isBefore($0, $1) }
      .compactMap { rank in rows[rank.place].map { ($0, rank.fit) } }
  }

  /// The fit among which and the better ones the first are: enough others fit better than the rest.
  private static func worst(of fits: [CodeIndex.Fit?], _ limit: Int) -> CodeIndex.Fit {
    var counts = CodeIndex.Fit.allCases.map { _ in 0 }
    for fit in fits { if let fit { counts[fit.rawValue] += 1 } }
    var count = 0
    return CodeIndex.Fit.allCases.first { fit in
      count += counts[fit.rawValue]
      return count >= limit
    } ?? .definition
  }

  private func byPlace<Value>(
    _ values: [(code: EntityID, value: Value)], else none: Value
  ) -> [Value] {
    var byPlace = Array(repeating: none, count: rows.count)
    for (code, value) in values { if let place = index.place(of: code) { byPlace[place] = value } }
    return byPlace
  }

  private func isBefore(_ left: Rank, _ right: Rank) -> Bool {
    if left.fit != right.fit { return left.fit < right.fit }
    if left.isElsewhere != right.isElsewhere { return right.isElsewhere }
    if left.recency != right.recency { return left.recency < right.recency }
    if left.lines != right.lines { return left.lines > right.lines }
    guard let row = rows[left.place], let other = rows[right.place] else { return false }
    return row < other
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
      recent.lazy.filter(inStudy.contains).compactMap(row)
      + inStudy.lazy.filter { !lately.contains($0) }.compactMap(row).sorted()
      + recent.lazy.filter { !inStudy.contains($0) }.compactMap(row)
    let most = byUse.first(limit).lazy.filter { row in
      !inStudy.contains(row.id) && !lately.contains(row.id)
    }
    return Array((first + most).prefix(limit))
  }
}

/// What a code's place in a list is made of but for its name, so that thousands are put in order
/// without counting names as used.
private struct Rank {
  let fit: CodeIndex.Fit
  let isElsewhere: Bool
  let recency: Int
  let lines: Int
  let place: Int
}

extension Array {
  /// The `count` smallest elements in order.
  ///
  /// - Complexity: O(*n* log *count*) at worst, O(*n*) where few displace others.
  func smallest(_ count: Int, by isBefore: (Element, Element) -> Bool) -> [Element] {
    guard self.count > count * 4 else { return Array(sorted(by: isBefore).prefix(count)) }
    var kept: [Element] = []
    for element in self {
      if kept.count == count, let last = kept.last, !isBefore(element, last) { continue }
      let place = kept.partitioningIndex { isBefore(element, $0) }
      kept.insert(element, at: place)
      if kept.count > count { kept.removeLast() }
    }
    return kept
  }
}
