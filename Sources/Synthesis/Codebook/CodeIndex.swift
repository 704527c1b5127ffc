/// Finds codes by what somebody types.
///
/// Each typed word begins a word of the name, in any order, with one slip allowed from five letters
/// on; then names that hold the typed words anywhere; then, for one typed word of at most four
/// letters, names that hold its letters in order; then definitions. Codes that nearly have the
/// typed name come too, so that they are seen before a new one is made.
public struct CodeIndex: Sendable {
  /// How well a code fits, best first.
  public enum Fit: Int, Comparable, Sendable {
    /// Each typed word begins a word of the name.
    case words
    /// The same, with one slip in a word.
    case slip
    /// The typed words stand somewhere in the name.
    case part
    /// The typed letters stand in the name in order.
    case letters
    /// Nearly the same name, by the stems of its words.
    case near
    /// Each typed word begins a word of the definition or of what belongs to the code.
    case definition

    /// Orders better fits first.
    public static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }

    /// Whether the name has all the typed words, so that a new code is not what was meant.
    public var hasAllWords: Bool { self <= .slip }
  }

  /// A code that fits.
  public struct Match: Hashable, Sendable {
    /// The code.
    public let code: EntityID
    /// How well.
    public let fit: Fit
  }

  /// Letters by themselves: a slip is one letter in every script.
  typealias Letters = [Unicode.Scalar]

  private struct Entry: Sendable {
    let id: EntityID
    let name: Letters
    let words: [Letters]
    let stems: Set<Letters>
    let definition: [Letters]
  }

  private var entries: [EntityID: Entry] = [:]

  /// Makes an index of codes.
  ///
  /// - Complexity: O(*n*) in the length of all names and definitions.
  public init(_ codes: some Sequence<Code>) {
    for code in codes { update(code) }
  }

  /// Puts a code in, or in its new form.
  public mutating func update(_ code: Code) {
    let words = Self.words(code.name)
    entries[code.id] = Entry(
      id: code.id, name: Letters(code.name.lowercased().unicodeScalars), words: words,
      stems: Set(words.map(Self.stem)),
      definition: Self.words(code.definition + " " + code.includes))
  }

  /// Takes a code out.
  public mutating func remove(_ code: EntityID) { entries[code] = nil }

  /// The codes that fit what was typed, in no order among those that fit alike.
  ///
  /// - Complexity: O(*n*) in the length of all names.
  public func matches(_ typed: String) -> [Match] {
    let words = Self.words(typed)
    guard !words.isEmpty else { return [] }
    let stems = Set(words.map(Self.stem))
    return entries.values.compactMap { entry in
      Self.fit(words, stems, entry).map { Match(code: entry.id, fit: $0) }
    }
  }

  private static func fit(
    _ typed: [Letters], _ stems: Set<Letters>, _ entry: Entry
  ) -> Fit? {
    if begin(typed, entry.words, slips: 0) { return .words }
    if begin(typed, entry.words, slips: 1) { return .slip }
    if typed.allSatisfy({ contains(entry.name, $0) }) { return .part }
    if typed.count == 1, typed[0].count <= 4, hasInOrder(entry.name, typed[0]) { return .letters }
    if isNear(stems, entry.stems) { return .near }
    if begin(typed, entry.definition, slips: 0) { return .definition }
    return nil
  }
}

extension CodeIndex {
  /// The words of a text in lower case.
  static func words(_ text: String) -> [Letters] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
      .map { Letters($0.unicodeScalars) }
  }

  /// Whether each typed word begins a word of its own.
  private static func begin(_ typed: [Letters], _ words: [Letters], slips: Int) -> Bool {
    var free = words
    return typed.allSatisfy { start in
      guard
        let index = free.firstIndex(where: { word in
          word.starts(with: start)
            || (slips > 0 && start.count >= 5 && beginsNearly(word, start))
        })
      else { return false }
      free.remove(at: index)
      return true
    }
  }

  /// Whether a word begins with `start` but for one letter put in, left out, changed or swapped.
  ///
  /// A slip is inside a word: with another first letter it is another word (“light”, “right”), and
  /// with another end another form of it (“listens”, “listening”), which is near.
  static func beginsNearly(_ word: Letters, _ start: Letters) -> Bool {
    let common = zip(word, start).prefix { $0 == $1 }.count
    let (rest, typed) = (word.dropFirst(common), start.dropFirst(common))
    guard !typed.isEmpty else { return true }
    guard common > 0, typed.count > 1 else {
      return common > 0 && rest.dropFirst().starts(with: typed)
    }
    if rest.dropFirst().starts(with: typed.dropFirst()) { return true }
    if rest.starts(with: typed.dropFirst()) { return true }
    if rest.dropFirst().starts(with: typed) { return true }
    return rest.starts(with: typed.prefix(2).reversed() + typed.dropFirst(2))
  }

  private static func contains(_ text: Letters, _ part: Letters) -> Bool {
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }

  private static func hasInOrder(_ text: Letters, _ letters: Letters) -> Bool {
    var rest = letters[...]
    for letter in text where letter == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  /// Whether two names share most of their words' stems: two thirds of the shorter, and at least
  /// one that is not a little word.
  static func isNear(_ left: Set<Letters>, _ right: Set<Letters>) -> Bool {
    let common = left.intersection(right)
    let shorter = min(left.count, right.count)
    return shorter > 0 && common.count * 3 >= shorter * 2 && common.contains { $0.count > 3 }
  }

  /// A word without the commonest English endings: what “hear”, “heard” and “hearing” share.
  private static func stem(_ word: Letters) -> Letters {
    for ending in endings where word.count >= ending.count + 3 {
      if word.suffix(ending.count).elementsEqual(ending) { return word.dropLast(ending.count) }
    }
    return word
  }

  private static let endings = ["ings", "ing", "edly", "ed", "ies", "es", "s", "ly", "d"]
    .map { Letters($0.unicodeScalars) }
}
