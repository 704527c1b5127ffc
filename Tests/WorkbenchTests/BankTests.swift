import Synthesis
import TestSupport
import Testing

@testable import Workbench

/// The bank as the desk holds it, held against a sort of everything.
@Suite struct BankTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func withNothingTypedTheFirstCodesAreThoseThatASortOfAllPutsFirst(seed: UInt64) {
    var random = Seeded(seed: seed)
    var bank = Bank((0..<30).map { row($0, &random) })
    for _ in 0..<60 {
      change(&bank, &random)
      let inStudy = Set(bank.codes.keys.filter { _ in Int.random(in: 0..<8, using: &random) == 0 })
      let limit = Int.random(in: 1...40, using: &random)
      #expect(
        bank.ranked("", inStudy: inStudy, limit: limit).map(\.row)
          == sorted(bank, inStudy).prefix(limit).map(CodeRow.init))
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func whatIsTypedIsRankedAsASortOfAllThatFitDoes(seed: UInt64) {
    var random = Seeded(seed: seed)
    var bank = Bank((0..<60).map { row($0, &random) })
    for _ in 0..<20 {
      change(&bank, &random)
      let inStudy = Set(bank.codes.keys.filter { _ in Int.random(in: 0..<8, using: &random) == 0 })
      let limit = Int.random(in: 1...20, using: &random)
      for typed in ["n", "name 1", "1", "nothing"] {
        let index = CodeIndex(bank.codes.values.map(\.code))
        let found = index.fits(typed)
        let fits = bank.codes.keys.reduce(into: [:]) { fits, code in
          fits[code] = index.place(of: code).flatMap { found[$0] }
        }
        let all = CodeIndex.Fit.allCases.flatMap { fit in
          sorted(bank, inStudy).filter { fits[$0.code.id] == fit }
        }
        let ranked = bank.ranked(typed, inStudy: inStudy, limit: limit)
        #expect(ranked.map(\.row) == all.prefix(limit).map(CodeRow.init), "\(typed)")
        #expect(ranked.allSatisfy { fits[$0.row.id] == $0.fit })
      }
    }
  }

  private func row(_ number: Int, _ random: inout Seeded) -> BankCode {
    let name = "name \(Int.random(in: 0..<12, using: &random))"
    let id = EntityID(high: 1, low: UInt64(number))
    return BankCode(
      code: Code(id: id, fields: Fields(["name": .text(name)])),
      lines: Int.random(in: 0..<5, using: &random), studies: 1, coders: [], madeBy: id, madeAt: 0)
  }

  private func change(_ bank: inout Bank, _ random: inout Seeded) {
    let number = Int.random(in: 0..<40, using: &random)
    let code = EntityID(high: 1, low: UInt64(number))
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bank.remove(code)
    case 1 where bank.codes[code] != nil: bank.used(code)
    default: bank.update(row(number, &random))
    }
  }

  /// All codes: of this study, then used lately, then with most lines, then by name.
  private func sorted(_ bank: Bank, _ inStudy: Set<EntityID>) -> [BankCode] {
    func key(_ row: BankCode) -> (Int, Int, Int) {
      let id = row.code.id
      return (
        inStudy.contains(id) ? 0 : 1, bank.recent.firstIndex(of: id) ?? .max, -row.lines
      )
    }
    return bank.codes.values.sorted { left, right in
      if key(left) != key(right) { return key(left) < key(right) }
      return (left.code.name, left.code.id) < (right.code.name, right.code.id)
    }
  }
}
