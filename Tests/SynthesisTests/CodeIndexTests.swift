import Synthesis
import TestSupport
import Testing

@Suite struct CodeIndexTests {
  /// What a name fits to, given what is typed.
  private func fit(_ name: String, _ typed: String, definition: String = "") -> CodeIndex.Fit? {
    let code = Code(
      id: EntityID(high: 1, low: 1),
      fields: Fields(["name": .text(name), "definition": .text(definition)]))
    return CodeIndex([code]).matches(typed).first?.fit
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
    #expect(index.matches("fresh").count == 1)
    #expect(index.matches("old").isEmpty)
    index.remove(id)
    #expect(index.matches("fresh").isEmpty)
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
          Set(index.matches(typed)) == Set(CodeIndex(codes.values).matches(typed)), "\(typed)")
      }
    }
  }
}
