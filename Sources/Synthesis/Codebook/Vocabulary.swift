/// The words of many texts, each once and by its number.
///
/// What is typed is held against each word once, however many names have it.
struct Vocabulary: Sendable {
  /// Letters by themselves: a slip is one letter in every script.
  typealias Letters = [Unicode.Scalar]

  /// How typed letters stand in a word.
  struct Standing: OptionSet, Sendable {
    let rawValue: UInt8

    /// They begin it.
    static let begin = Standing(rawValue: 1)
    /// They begin it, with one slip at most.
    static let nearlyBegin = Standing(rawValue: 2)
    /// They stand somewhere in it.
    static let within = Standing(rawValue: 4)
    static let all: Standing = [.begin, .nearlyBegin, .within]
  }

  private var numbers: [Letters: Int] = [:]
  /// Each word by its place in the letters.
  private var words: [Range<Int>] = []
  private var letters: Letters = []

  /// The number of a word, which is put in where it is not there.
  mutating func number(of word: Letters) -> Int {
    if let number = numbers[word] { return number }
    numbers[word] = words.count
    words.append(letters.adding(word))
    return words.count - 1
  }

  /// The number of a word that is there.
  func known(_ word: Letters) -> Int? { numbers[word] }

  /// How many letters a word has.
  func length(of number: Int) -> Int { words[number].count }

  /// How each of some typed words, which have letters, stands in each word that there is; `nil` where
  /// one of them stands in none.
  ///
  /// - Complexity: O(*n*) in the letters of all words, for each typed word.
  func standings(of typed: [Letters]) -> Standings? {
    var all: [Standing] = []
    for typed in typed {
      let own = words.map { standing(of: typed, in: $0) }
      guard own.contains(where: { !$0.isEmpty }) else { return nil }
      all += own
    }
    return Standings(all: all, wordCount: words.count)
  }

  /// How typed words stand in words, by the numbers of both.
  struct Standings: Sendable {
    fileprivate let all: [Standing]
    fileprivate let wordCount: Int

    subscript(typed: Int, word: Int) -> Standing { all[typed * wordCount + word] }
  }

  private func standing(of typed: Letters, in word: Range<Int>) -> Standing {
    if stands(typed, at: word.lowerBound, before: word.upperBound) { return .all }
    var standing = Standing()
    if beginsNearly(word, typed) { standing.insert(.nearlyBegin) }
    let isWithin = word.dropFirst().contains { stands(typed, at: $0, before: word.upperBound) }
    if isWithin { standing.insert(.within) }
    return standing
  }

  private func stands(_ typed: Letters, at start: Int, before end: Int) -> Bool {
    guard typed.count <= end - start else { return false }
    for index in typed.indices where letters[start + index] != typed[index] { return false }
    return true
  }

  /// Whether a word begins with `start`, of five letters at least, but for one letter put in, left
  /// out, changed or swapped.
  ///
  /// A slip is inside a word: with another first letter it is another word (“light”, “right”), and
  /// with another end another form of it (“listens”, “listening”), which is near.
  private func beginsNearly(_ word: Range<Int>, _ start: Letters) -> Bool {
    guard start.count >= 5, letters[word].first == start.first else { return false }
    let common = zip(letters[word], start).prefix { $0 == $1 }.count
    let (rest, typed) = (letters[word].dropFirst(common), start.dropFirst(common))
    guard typed.count > 1 else { return rest.dropFirst().starts(with: typed) }
    if rest.dropFirst().starts(with: typed.dropFirst()) { return true }
    if rest.starts(with: typed.dropFirst()) { return true }
    if rest.dropFirst().starts(with: typed) { return true }
    return rest.starts(with: typed.prefix(2).reversed() + typed.dropFirst(2))
  }
}

extension Array {
  /// Appends elements.
  ///
  /// - Returns: Where they stand.
  mutating func adding(_ elements: some Collection<Element>) -> Range<Int> {
    let start = count
    append(contentsOf: elements)
    return start..<count
  }
}
