import ScreenCells
import TestSupport
import Testing

@Suite struct InputDecoderTests {
  @Test(arguments: DecoderFixtures.all)
  func bytesMeanWhatTheTerminalMeant(fixture: DecoderFixtures.Fixture) {
    var decoder = InputDecoder()
    #expect(decoder.feed(fixture.bytes, at: 0) == fixture.inputs)
    #expect(decoder.deadline == nil)
  }

  @Test(arguments: DecoderFixtures.all)
  func howBytesAreSplitMakesNoDifference(fixture: DecoderFixtures.Fixture) {
    for place in 0...fixture.bytes.count {
      var decoder = InputDecoder()
      let start = decoder.feed(Array(fixture.bytes[..<place]), at: 0)
      #expect(start + decoder.feed(Array(fixture.bytes[place...]), at: 20) == fixture.inputs)
    }
    var decoder = InputDecoder()
    #expect(fixture.bytes.flatMap { decoder.feed([$0], at: 0) } == fixture.inputs)
  }

  @Test(arguments: 0..<200)
  func noiseNeitherTrapsNorDependsOnItsSplits(seed: UInt64) {
    var generator = Seeded(seed: seed)
    let common = Array("\u{1B}\u{1B}[O<;0123456789MmA~P]\\j\u{7}[200~".utf8)
    let noise = (0..<400).map { _ in
      Bool.random(using: &generator)
        ? common.randomElement(using: &generator) ?? 0
        : UInt8.random(in: 0...255, using: &generator)
    }
    var (whole, split) = (InputDecoder(), InputDecoder())
    let atOnce = whole.feed(noise, at: 0)
    #expect(noise.flatMap { split.feed([$0], at: 0) } == atOnce)
  }

  @Test func aLoneEscIsTheKeyAfterItsWait() {
    var decoder = InputDecoder()
    #expect(decoder.feed([0x1B], at: 100).isEmpty)
    #expect(decoder.deadline == 125)
    #expect(decoder.expire(at: 124).isEmpty)
    #expect(decoder.expire(at: 125) == DecoderFixtures.keys("esc"))
    #expect(decoder.deadline == nil)
    #expect(decoder.feed([0x6A], at: 130) == DecoderFixtures.keys("j"))
  }

  @Test func twoEscsAreTwoKeys() {
    var decoder = InputDecoder()
    _ = decoder.feed([0x1B, 0x1B], at: 0)
    #expect(decoder.expire(at: 25) == DecoderFixtures.keys("esc", "esc"))
  }

  @Test(arguments: [("[", "alt-["), ("O", "alt-O"), ("]", "alt-]"), ("P", "alt-P")])
  func whatCouldBeginASequenceIsAKeyIfNothingFollows(character: String, token: String) {
    var decoder = InputDecoder()
    _ = decoder.feed(Array("\u{1B}\(character)".utf8), at: 0)
    #expect(decoder.expire(at: 1_000) == DecoderFixtures.keys(token))
  }

  @Test func theTailOfAMouseReportAfterALoneEscIsDropped() {
    var decoder = InputDecoder()
    _ = decoder.feed([0x1B], at: 0)
    #expect(decoder.expire(at: 25) == DecoderFixtures.keys("esc"))
    #expect(decoder.feed(Array("[<0;10".utf8), at: 40).isEmpty)
    #expect(decoder.feed(Array(";5Mj".utf8), at: 900) == DecoderFixtures.keys("j"))
  }

  @Test func aBracketTypedAfterEscIsAKey() {
    var decoder = InputDecoder()
    _ = decoder.feed([0x1B], at: 0)
    _ = decoder.expire(at: 25)
    #expect(decoder.feed(Array("[".utf8), at: 100).isEmpty)
    #expect(decoder.expire(at: 125) == DecoderFixtures.keys("["))
    #expect(decoder.feed(Array("[j".utf8), at: 150) == DecoderFixtures.keys("[", "j"))
    #expect(decoder.feed(Array("[".utf8), at: 400) == DecoderFixtures.keys("["))
  }

  @Test func anUnfinishedMouseReportIsKeptHoweverLong() {
    var decoder = InputDecoder()
    #expect(decoder.feed(Array("\u{1B}[<0;10".utf8), at: 0).isEmpty)
    #expect(decoder.expire(at: 400).isEmpty)
    #expect(decoder.deadline == nil)
    #expect(decoder.feed(Array(";5M".utf8), at: 5_000) == DecoderFixtures.mouse(.press, at: 9, 4))
  }

  @Test func aKeyAfterASequenceThatNeverEndedIsNotLost() {
    var decoder = InputDecoder()
    _ = decoder.feed(Array("\u{1B}[<0;10".utf8), at: 0)
    _ = decoder.expire(at: 400)
    #expect(decoder.feed(Array("jq".utf8), at: 500) == DecoderFixtures.keys("j", "q"))
    _ = decoder.feed(Array("\u{1B}]0;never ended".utf8), at: 600)
    #expect(decoder.expire(at: 1_100).isEmpty)
    #expect(decoder.feed(Array("q".utf8), at: 1_200) == DecoderFixtures.keys("q"))
  }

  @Test func keysOfThisTerminalAreKnownFromTerminfo() {
    var decoder = InputDecoder(terminfoKeys: [
      "\u{1B}[7$": Key(.home, .shift), "\u{1B}[224z": Key(.f1), "\u{1B}[M": Key(.f1), "x": Key(.f2),
    ])
    let bytes = Array("\u{1B}[7$j\u{1B}[224z\u{1B}[M !!x".utf8)
    #expect(
      decoder.feed(bytes, at: 0)
        == DecoderFixtures.keys("shift-home", "j", "f1") + DecoderFixtures.mouse(.press, at: 0, 0)
        + DecoderFixtures.keys("x"))
  }
}

extension DecoderFixtures.Fixture: CustomTestStringConvertible {
  var testDescription: String { String(decoding: bytes.prefix(60), as: UTF8.self).debugDescription }
}
