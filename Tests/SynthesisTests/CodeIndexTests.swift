import Synthesis
import TestSupport
import Testing

@Suite struct CodeIndexTests {
  /// What a name fits to, given what is typed.
  private func fit(_ name: String, _ typed: String, definition: String = "") -> CodeIndex.Fit? {
    let code = Code(
      id: EntityID(high: 1, low: 1),
      fields: Fields(["name": .text(name), "definition": .text(definition)]))
    return CodeIndex([code]).fits(typed)[0]
  }

  @Test func eachTypedWordBeginsAWordOfItsOwnInAnyOrder() {
    #expect(fit("owning the plan", "own") == .words)
    #expect(fit("owning the plan", "plan own") == .words)
    #expect(fit("owning the plan", "the the") != .words)
    // One word too many: only nearly that name, so that a new code is what is meant.
    #expect(fit("owning the plan", "own plan pace") == .near)
    #expect(CodeIndex.Fit.near.hasAllWords == false)
    #expect(fit("owning the plan", "owning paces") == nil)
  }

  @Test(arguments: ["ownng", "owniing", "owming", "onwing", "wning"])
  func oneSlipIsAllowedFromFiveLettersOn(typed: String) {
    #expect(fit("owning the plan", typed) == (typed == "wning" ? .part : .slip))
  }

  @Test func noSlipIsAllowedInShortWords() {
    #expect(fit("pace set together", "pqce") == nil)
    #expect(fit("время вместе", "врня") == nil)
  }

  @Test func aSlipIsALetterInEveryScript() {
    #expect(fit("ожидание помощи", "ожилание") == .slip)
    #expect(fit("ανάγκη φροντίδας", "φροτίδας") == .slip)
  }

  @Test(arguments: ["light activity", "rights activity"])
  func anotherFirstLetterOrAnotherEndIsNoSlip(typed: String) {
    #expect(fit("right activity", typed) != .slip)
    #expect(fit("right activity", typed)?.hasAllWords != true)
  }

  @Test func littleWordsAloneMakeNoNameNear() {
    #expect(fit("owning the plan", "owning their plan") == .near)
    #expect(fit("to be in it", "in it too") == nil)
  }

  @Test func partsComeAfterWordsAndLettersInOrderOnlyForOneShortWord() {
    #expect(fit("not wanting it known", "own") == .part)
    #expect(fit("being heard", "bhd") == .letters)
    #expect(fit("being heard by a worker", "bhdbyworker") == nil)
    #expect(fit("being heard", "bh d") == nil)
  }

  @Test func aNearlyEqualNameIsShownBeforeANewOneIsMade() {
    #expect(fit("being heard", "being heard by worker") == .near)
    #expect(fit("listening workers", "worker listens") == .near)
    #expect(fit("bad weeks counted in", "being heard by worker") == nil)
  }

  @Test func definitionsAreSearchedLast() {
    #expect(fit("owning the plan", "service", definition: "not the service decides") == .definition)
  }

  @Test func caseDoesNotMatterInAnyScript() {
    #expect(fit("Écoute active", "écoute") == .words)
    #expect(fit("ΧΡΟΝΟΣ ΜΑΖΙ", "μαζι") == .words)
  }

  @Test func aCodeThatChangedIsFoundByItsNewNameOnly() {
    let id = EntityID(high: 1, low: 1)
    var index = CodeIndex([Code(id: id, fields: Fields(["name": .text("old words")]))])
    index.update(Code(id: id, fields: Fields(["name": .text("fresh words")])))
    #expect(index.fits("fresh") == [.words])
    #expect(index.fits("old") == [nil])
    index.remove(id)
    #expect(index.place(of: id) == nil)
    #expect(index.fits("fresh") == [nil])
  }

  @Test(arguments: ["o own", "own o"])
  func eachTypedWordIsGivenOneOfItsOwnIfThereIsAWay(typed: String) {
    #expect(fit("owning old plans", typed) == .words)
    #expect(fit("owning plans", typed) == .part)
  }

  @Test(arguments: ["carr caring", "caring carr"])
  func soItIsWhereThereAreSlips(typed: String) {
    #expect(fit("carring caving", typed) == .slip)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func anIndexThatWasChangedFindsWhatOneMadeAnewFinds(seed: UInt64) {
    var random = Seeded(seed: seed)
    let words = [
      "own", "owning", "the", "plan", "plans", "pace", "heard", "hearing", "время", "ınn",
    ]
    func text() -> String {
      (0..<Int.random(in: 0..<4, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }
      .joined(separator: " ")
    }
    var (index, codes): (CodeIndex, [EntityID: Code]) = (CodeIndex([]), [:])
    for _ in 0..<60 {
      let id = EntityID(high: 1, low: UInt64.random(in: 0..<12, using: &random))
      if Bool.random(using: &random) {
        let code = Code(
          id: id, fields: Fields(["name": .text(text()), "definition": .text(text())]))
        codes[id] = code
        index.update(code)
      } else {
        codes[id] = nil
        index.remove(id)
      }
      for typed in ["own", "o", "pln", "plan own", "ownng", "hear", "ремя", "inn", text()] {
        #expect(
          found(index, typed, codes.keys) == found(CodeIndex(codes.values), typed, codes.keys))
        #expect(index.fits(typed).count { $0 != nil } == found(index, typed, codes.keys).count)
      }
    }
  }

  /// How codes fit, of those that do.
  private func found(
    _ index: CodeIndex, _ typed: String, _ codes: some Sequence<EntityID>
  ) -> [EntityID: CodeIndex.Fit] {
    let fits = index.fits(typed)
    return codes.reduce(into: [:]) { found, code in
      found[code] = index.place(of: code).flatMap { fits[$0] }
    }
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func eachCodeFitsAsALookAtItsWholeNameSays(seed: UInt64) {
    var random = Seeded(seed: seed)
    func text(_ words: ClosedRange<Int>) -> String {
      (0..<Int.random(in: words, using: &random)).map { _ in
        String(
          (0..<Int.random(in: 1...7, using: &random)).map { _ in
            "abcé".randomElement(using: &random) ?? "a"
          })
      }
      .joined(separator: [" ", ", ", "-"].randomElement(using: &random) ?? " ")
    }
    let codes = (0..<20).map { number in
      Code(
        id: EntityID(high: 1, low: UInt64(number)),
        fields: Fields(["name": .text(text(1...4)), "definition": .text(text(0...3))]))
    }
    let index = CodeIndex(codes)
    for _ in 0..<20 {
      let typed = text(1...3)
      let fits = index.fits(typed)
      for code in codes {
        let place = index.place(of: code.id)
        #expect(
          place.flatMap { fits[$0] } == SlowFit(typed, code).fit,
          "“\(typed)” in “\(code.name)”, “\(code.definition)”")
      }
    }
  }
}

/// How a code fits, by every order of its words and every slip that there is.
private struct SlowFit {
  let fit: CodeIndex.Fit?

  init(_ typed: String, _ code: Code) {
    let (wanted, own) = (Self.words(typed), Self.words(code.name))
    let letters = wanted.count == 1 && wanted[0].count <= 4 ? wanted[0] : nil
    fit =
      if Self.begin(wanted[...], own, { [Array($0)] }) {
        .words
      } else if Self.begin(wanted[...], own, Self.withSlips) {
        .slip
      } else if wanted.allSatisfy({ code.name.contains($0) }) {
        .part
      } else if let letters, Self.isInOrder(letters[...], code.name[...]) {
        .letters
      } else if Self.areNear(wanted, own) {
        .near
      } else if Self.begin(wanted[...], Self.words(code.definition), { [Array($0)] }) {
        .definition
      } else {
        nil
      }
  }

  private static func words(_ text: String) -> [String] {
    text.split { !$0.isLetter }.map(String.init)
  }

  /// Whether each typed word in one of its forms begins a word of its own.
  private static func begin(
    _ typed: ArraySlice<String>, _ own: [String], _ forms: (String) -> [[Character?]]
  ) -> Bool {
    guard let first = typed.first else { return true }
    return own.indices.contains { index in
      var rest = own
      let word = Array(rest.remove(at: index))
      let begins = forms(first).contains { form in
        form.count <= word.count && zip(form, word).allSatisfy { $0 == nil || $0 == $1 }
      }
      return begins && begin(typed.dropFirst(), rest, forms)
    }
  }

  /// A word of five letters or more as it is and with a slip after its first letter and before its
  /// end; `nil` is any letter.
  private static func withSlips(_ word: String) -> [[Character?]] {
    let letters: [Character?] = Array(word)
    guard letters.count >= 5 else { return [letters] }
    let inside = 1..<letters.count - 1
    // A letter twice at the end is one too many there, whichever of the two it is.
    let extra = inside.map { letters[..<$0] + letters[($0 + 1)...] }.filter {
      $0 != letters.dropLast()
    }
    let changed = inside.map { letters[..<$0] + [nil] + letters[($0 + 1)...] }
    let swapped = inside.map {
      letters[..<$0] + [letters[$0 + 1], letters[$0]] + letters[($0 + 2)...]
    }
    let missing = (1..<letters.count).map { letters[..<$0] + [nil] + letters[$0...] }
    return [letters] + (extra + changed + swapped + missing).map(Array.init)
  }

  private static func isInOrder(_ wanted: Substring, _ name: Substring) -> Bool {
    guard let first = wanted.first else { return true }
    guard let place = name.firstIndex(of: first) else { return false }
    return isInOrder(wanted.dropFirst(), name[place...].dropFirst())
  }

  /// No word here has an English ending: each is its own stem.
  private static func areNear(_ typed: [String], _ own: [String]) -> Bool {
    let common = Set(typed).intersection(own)
    return common.contains { $0.count > 3 }
      && common.count * 3 >= min(Set(typed).count, Set(own).count) * 2
  }
}
