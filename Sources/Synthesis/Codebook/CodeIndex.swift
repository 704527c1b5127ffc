/// Finds codes by what somebody types.
///
/// Each typed word begins a word of the name, in any order, with one slip allowed from five letters
/// on; then names that hold the typed words anywhere; then, for one typed word of at most four
/// letters, names that hold its letters in order; then definitions. Codes that nearly have the
/// typed name come too, so that they are seen before a new one is made.
public struct CodeIndex: Sendable {
  /// How well a code fits, best first.
  public enum Fit: Int, CaseIterable, Comparable, Sendable {
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

  typealias Letters = Vocabulary.Letters

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
    /// The words of its name and of its definition, in the numbers.
    var words = 0..<0
    var definition = 0..<0
    /// The stems of its name, in the stems of names.
    var stems = 0..<0
    /// Its name, in the letters.
    var name = 0..<0
    /// The letters of its name.
    var letters = LetterSet([])
  }

  /// The codes by place; one that was taken out leaves its place without a word.
  private var entries: [Entry] = []
  private var places: [EntityID: Int] = [:]
  /// The words of names and of definitions by number; what a code was called before stays among
  /// them, for names are changed now and then and each key looks at the present ones alone.
  private var numbers: [Int] = []
  private var vocabulary = Vocabulary()
  private var nameStems: [Int] = []
  private var stems = Vocabulary()
  /// The letters of names.
  private var letters: Letters = []

  /// Makes an index of codes.
  ///
  /// - Complexity: O(*n*) in the length of all names and definitions.
  public init(_ codes: some Sequence<Code>) {
    for code in codes { update(code) }
  }

  /// The place of a code, which it keeps for as long as it is there; `nil` where it is not.
  public func place(of code: EntityID) -> Int? { places[code] }

  /// Puts a code in, or in its new form.
  ///
  /// - Returns: Its place. A new one has the next after all that there were.
  @discardableResult
  public mutating func update(_ code: Code) -> Int {
    let entry = entry(of: code)
    if let place = places[code.id] {
      entries[place] = entry
      return place
    }
    places[code.id] = entries.count
    entries.append(entry)
    return entries.count - 1
  }

  private mutating func entry(of code: Code) -> Entry {
    let name = Letters(code.name.lowercased().unicodeScalars)
    let (own, defining) = (Self.words(code.name), Self.words(code.definition + " " + code.includes))
    let stemNumbers = Set(own.map { stems.number(of: Self.stem($0)) }).sorted()
    return Entry(
      words: numbers.adding(own.map { vocabulary.number(of: $0) }),
      definition: numbers.adding(defining.map { vocabulary.number(of: $0) }),
      stems: nameStems.adding(stemNumbers), name: letters.adding(name), letters: LetterSet(name))
  }

  /// Takes a code out.
  public mutating func remove(_ code: EntityID) {
    if let place = places.removeValue(forKey: code) { entries[place] = Entry() }
  }

  /// How each code fits what was typed, by its place; `nil` where it does not.
  ///
  /// Where no word was typed none fits.
  ///
  /// - Parameters:
  ///   - typed: What was typed.
  ///   - enough: How many codes are wanted: where the names of as many have what was typed, none that
  ///     fits worse is looked for.
  /// - Returns: A fit for each place.
  /// - Complexity: O(*n*) in the words of all names and definitions.
  public func fits(_ typed: String, enough: Int = .max) -> [Fit?] {
    let words = Self.words(typed)
    guard !words.isEmpty else { return Array(repeating: nil, count: entries.count) }
    let typed = Typed(words, vocabulary, stems: Set(words.map(Self.stem)), known: stems)
    var fits = entries.map { fitOfWords(typed, $0) }
    guard fits.count(where: { $0 != nil }) < enough else { return fits }
    for place in fits.indices where fits[place] == nil {
      fits[place] = looserFit(typed, entries[place])
    }
    return fits
  }

  private func fitOfWords(_ typed: Typed, _ entry: Entry) -> Fit? {
    let standing = standing(typed, in: entry.words)
    if standing.contains(.begin), eachHasItsOwn(typed, entry.words, .begin) { return .words }
    if standing.contains(.nearlyBegin), eachHasItsOwn(typed, entry.words, .nearlyBegin) {
      return .slip
    }
    return standing.contains(.within) ? .part : nil
  }

  private func looserFit(_ typed: Typed, _ entry: Entry) -> Fit? {
    if typed.isShort, entry.letters.isSuperset(of: typed.letters),
      hasInOrder(entry.name, typed.words[0])
    {
      return .letters
    }
    if isNear(typed, entry) { return .near }
    let isDefined =
      standing(typed, in: entry.definition).contains(.begin)
      && eachHasItsOwn(typed, entry.definition, .begin)
    return isDefined ? .definition : nil
  }

  /// What was typed, with what is the same for every code.
  private struct Typed {
    let words: [Letters]
    /// How each stands in each word that there is; `nil` where one of them stands in none.
    let standings: Vocabulary.Standings?
    let stemCount: Int
    /// The stems that some name has.
    let stems: [Int]
    let isShort: Bool
    let letters: LetterSet

    init(_ words: [Letters], _ vocabulary: Vocabulary, stems: Set<Letters>, known: Vocabulary) {
      self.words = words
      standings = vocabulary.standings(of: words)
      stemCount = stems.count
      self.stems = stems.compactMap(known.known)
      isShort = words.count == 1 && words[0].count <= 4
      letters = LetterSet(words.joined())
    }
  }

  /// How each of the typed words stands in some word of these.
  private func standing(_ typed: Typed, in words: Range<Int>) -> Vocabulary.Standing {
    guard let standings = typed.standings else { return [] }
    var common = Vocabulary.Standing.all
    for index in typed.words.indices where !common.isEmpty {
      var own = Vocabulary.Standing()
      for place in words { own.formUnion(standings[index, numbers[place]]) }
      common.formIntersection(own)
    }
    return common
  }

  /// Whether of typed words that all stand so in some word each can have one of its own.
  private func eachHasItsOwn(
    _ typed: Typed, _ words: Range<Int>, _ standing: Vocabulary.Standing
  ) -> Bool {
    guard typed.words.count > 1, let standings = typed.standings else { return true }
    guard typed.words.count <= words.count else { return false }
    var owners: [Int: Int] = [:]
    return typed.words.indices.allSatisfy { index in
      var asked: Set<Int> = []
      return gives(index, words, &owners, &asked) { standings[$0, numbers[$1]].contains(standing) }
    }
  }

  /// Gives a typed word one of its own, for which another may have to take another (Kuhn's method of
  /// paths that make a matching larger).
  private func gives(
    _ typed: Int, _ words: Range<Int>, _ owners: inout [Int: Int], _ asked: inout Set<Int>,
    _ mayHave: (_ typed: Int, _ place: Int) -> Bool
  ) -> Bool {
    for place in words where mayHave(typed, place) && asked.insert(place).inserted {
      guard let owner = owners[place] else {
        owners[place] = typed
        return true
      }
      if gives(owner, words, &owners, &asked, mayHave) {
        owners[place] = typed
        return true
      }
    }
    return false
  }

  /// Whether two names share most of their words' stems: two thirds of the shorter, and at least
  /// one that is not a little word.
  private func isNear(_ typed: Typed, _ entry: Entry) -> Bool {
    var (common, hasLong) = (0, false)
    for stem in typed.stems where nameStems[entry.stems].contains(stem) {
      common += 1
      if stems.length(of: stem) > 3 { hasLong = true }
    }
    return hasLong && common * 3 >= min(typed.stemCount, entry.stems.count) * 2
  }
}

extension CodeIndex {
  /// The words of a text in lower case.
  static func words(_ text: String) -> [Letters] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
      .map { Letters($0.unicodeScalars) }
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
