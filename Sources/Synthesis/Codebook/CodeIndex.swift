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

  /// Letters, of which some share a place: that a letter is missing is certain, that it is there is
  /// not.
  private struct LetterSet: Sendable {
    private let bits: UInt64

    init(_ letters: some Sequence<Unicode.Scalar>) {
      bits = letters.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
    }

    func isSuperset(of other: LetterSet) -> Bool { other.bits & ~bits == 0 }
  }

  /// A code by its places in what is kept of all: nothing has to be counted as used while each key
  /// looks at every one.
  private struct Entry: Sendable {
    let id: EntityID
    /// Its name, in the letters.
    let name: Range<Int>
    /// The words of its name and of its definition, in the words.
    let words: Range<Int>
    let definition: Range<Int>
    /// The stems of its name, in the stems of names.
    let stems: Range<Int>
    /// The letters that begin words of its name, all of its name, and those that begin words of its
    /// definition.
    let initials: LetterSet
    let letters: LetterSet
    let definitionInitials: LetterSet
  }

  private var entries: [Entry] = []
  private var places: [EntityID: Int] = [:]
  /// All letters of names and definitions; what a code was called before stays among them, for
  /// names are changed now and then and each key looks at the present ones alone.
  private var letters: Letters = []
  /// Each word by its place in the letters.
  private var words: [Range<Int>] = []
  private var nameStems: [Int] = []
  private var stems = Stems()

  /// Makes an index of codes.
  ///
  /// - Complexity: O(*n*) in the length of all names and definitions.
  public init(_ codes: some Sequence<Code>) {
    for code in codes { update(code) }
  }

  /// Puts a code in, or in its new form.
  public mutating func update(_ code: Code) {
    let name = Letters(code.name.lowercased().unicodeScalars)
    let (own, defining) = (Self.words(code.name), Self.words(code.definition + " " + code.includes))
    let numbers = Set(own.map { stems.number(of: Self.stem($0)) }).sorted()
    let entry = Entry(
      id: code.id, name: letters.adding(name), words: add(own), definition: add(defining),
      stems: nameStems.adding(numbers), initials: LetterSet(own.compactMap(\.first)),
      letters: LetterSet(name), definitionInitials: LetterSet(defining.compactMap(\.first)))
    if let place = places[code.id] {
      entries[place] = entry
    } else {
      places[code.id] = entries.count
      entries.append(entry)
    }
  }

  private mutating func add(_ added: [Letters]) -> Range<Int> {
    words.adding(added.map { letters.adding($0) })
  }

  /// Takes a code out.
  public mutating func remove(_ code: EntityID) {
    guard let place = places.removeValue(forKey: code), let last = entries.popLast() else { return }
    guard last.id != code else { return }
    entries[place] = last
    places[last.id] = place
  }

  /// The codes that fit what was typed, in no order among those that fit alike.
  ///
  /// - Complexity: O(*n*) in the length of all names.
  public func matches(_ typed: String) -> [Match] {
    let words = Self.words(typed)
    guard !words.isEmpty else { return [] }
    let typed = Typed(words: words, stems: Set(words.map(Self.stem)), known: stems)
    return entries.compactMap { entry in
      fit(typed, entry).map { Match(code: entry.id, fit: $0) }
    }
  }

  private func fit(_ typed: Typed, _ entry: Entry) -> Fit? {
    if entry.initials.isSuperset(of: typed.initials) {
      if begin(typed.words, entry.words, slips: 0) { return .words }
      if typed.maySlip, begin(typed.words, entry.words, slips: 1) { return .slip }
    }
    if entry.letters.isSuperset(of: typed.letters) {
      if typed.words.allSatisfy({ contains(entry.name, $0) }) { return .part }
      if typed.isShort, hasInOrder(entry.name, typed.words[0]) { return .letters }
    }
    if isNear(typed, entry) { return .near }
    if entry.definitionInitials.isSuperset(of: typed.initials),
      begin(typed.words, entry.definition, slips: 0)
    {
      return .definition
    }
    return nil
  }

  /// What was typed, with what is the same for every code.
  private struct Typed {
    let words: [Letters]
    let stemCount: Int
    /// The stems that some name has.
    let stems: [Int]
    let maySlip: Bool
    let isShort: Bool
    let initials: LetterSet
    let letters: LetterSet

    init(words: [Letters], stems: Set<Letters>, known: Stems) {
      self.words = words
      stemCount = stems.count
      self.stems = stems.compactMap(known.known)
      maySlip = words.contains { $0.count >= 5 }
      isShort = words.count == 1 && words[0].count <= 4
      initials = LetterSet(words.compactMap(\.first))
      letters = LetterSet(words.joined())
    }
  }

  /// Whether two names share most of their words' stems: two thirds of the shorter, and at least
  /// one that is not a little word.
  private func isNear(_ typed: Typed, _ entry: Entry) -> Bool {
    var (common, hasLong) = (0, false)
    for stem in typed.stems where nameStems[entry.stems].contains(stem) {
      common += 1
      if stems.lengths[stem] > 3 { hasLong = true }
    }
    return hasLong && common * 3 >= min(typed.stemCount, entry.stems.count) * 2
  }
}

/// The stems of all words, numbered: two names share one where they share its number.
private struct Stems: Sendable {
  private(set) var lengths: [Int] = []
  private var numbers: [CodeIndex.Letters: Int] = [:]

  func known(_ stem: CodeIndex.Letters) -> Int? { numbers[stem] }

  mutating func number(of stem: CodeIndex.Letters) -> Int {
    if let number = numbers[stem] { return number }
    numbers[stem] = lengths.count
    lengths.append(stem.count)
    return lengths.count - 1
  }
}

extension CodeIndex {
  /// The words of a text in lower case.
  static func words(_ text: String) -> [Letters] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
      .map { Letters($0.unicodeScalars) }
  }

  /// Whether each typed word begins a word of its own.
  private func begin(_ typed: [Letters], _ own: Range<Int>, slips: Int) -> Bool {
    // Most names fail at once, and one word needs no word of its own.
    guard let first = typed.first, own.contains(where: { begins(words[$0], first, slips: slips) })
    else { return typed.isEmpty }
    guard typed.count > 1 else { return true }
    var free = Array(own)
    return typed.allSatisfy { start in
      guard let index = free.firstIndex(where: { begins(words[$0], start, slips: slips) }) else {
        return false
      }
      free.remove(at: index)
      return true
    }
  }

  private func begins(_ word: Range<Int>, _ start: Letters, slips: Int) -> Bool {
    stands(start, at: word.lowerBound, before: word.upperBound)
      || (slips > 0 && start.count >= 5 && Self.beginsNearly(Letters(letters[word]), start))
  }

  /// Whether letters stand at a place, and all of them before an end.
  private func stands(_ wanted: Letters, at start: Int, before end: Int) -> Bool {
    guard wanted.count <= end - start else { return false }
    for index in wanted.indices where letters[start + index] != wanted[index] { return false }
    return true
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

  private func contains(_ name: Range<Int>, _ part: Letters) -> Bool {
    name.contains { stands(part, at: $0, before: name.upperBound) } || part.isEmpty
  }

  private func hasInOrder(_ name: Range<Int>, _ wanted: Letters) -> Bool {
    var next = 0
    for place in name where next < wanted.count && letters[place] == wanted[next] { next += 1 }
    return next == wanted.count
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

extension Array {
  /// Appends elements.
  ///
  /// - Returns: Where they stand.
  fileprivate mutating func adding(_ elements: some Collection<Element>) -> Range<Int> {
    let start = count
    append(contentsOf: elements)
    return start..<count
  }
}
