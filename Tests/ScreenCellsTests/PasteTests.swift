import ScreenCells
import Testing

@Suite struct PasteTests {
  private let begin = Array("\u{1B}[200~".utf8)
  private let end = Array("\u{1B}[201~".utf8)

  @Test func aPasteOfAHundredMegabytesIsSwallowedAndItsBeginningKept() {
    var decoder = InputDecoder()
    let block = [UInt8](repeating: 0x71, count: 1_000_000)
    var inputs = decoder.feed(begin, at: 0)
    let clock = ContinuousClock()
    let taken = clock.measure {
      for time in 1...100 { inputs += decoder.feed(block, at: time) }
    }
    inputs += decoder.feed(end + [0x6A], at: 200)
    #expect(inputs.count == 3)
    #expect(inputs.first == .paste(String(repeating: "q", count: InputDecoder.longestPaste)))
    #expect(inputs[1] == .pasteCut(99_000_000))
    #expect(inputs.last == .key(Key("j")))
    #expect(taken < .seconds(30))
  }

  @Test func aPasteThatIsCutKeepsWholeCharacters() {
    var decoder = InputDecoder()
    let text = "a" + String(repeating: "日", count: 400_000)
    let inputs = decoder.feed(begin + Array(text.utf8) + end, at: 0)
    #expect(inputs.first == .paste(String(text.prefix(1 + 333_333))))
    #expect(inputs.last == .pasteCut(200_001))
  }

  @Test func whenAPastePausesItsRestIsStillPaste() {
    var decoder = InputDecoder()
    _ = decoder.feed(begin + Array("first ".utf8), at: 0)
    #expect(decoder.deadline == 1_000)
    #expect(decoder.expire(at: 1_000) == [.paste("first ")])
    #expect(decoder.deadline == nil)
    #expect(decoder.feed(Array("x q second".utf8) + end, at: 4_000) == [.paste("x q second")])
  }

  @Test func aKeyPressedByHandEndsAPasteThatNeverEnds() {
    var decoder = InputDecoder()
    _ = decoder.feed(begin + Array("first".utf8), at: 0)
    _ = decoder.expire(at: 1_000)
    #expect(decoder.feed([0x71], at: 1_200) == [.key(Key("q"))])
  }
}
