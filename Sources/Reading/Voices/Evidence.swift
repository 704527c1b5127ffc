import Synthesis

/// What speaks for one voice or the other.
struct Evidence {
  /// The participant named beside the words.
  var speaker: String?
  /// Whether a study is cited beside them.
  var isCited = false
  /// Whether a first person speaks.
  var isFirstPerson = false
  /// Whether the words before say that a participant speaks.
  var isIntroduced = false
  /// Whether they are set off as a block, a turn of talk or a whole paragraph.
  var isSetOff = false

  /// Whose words they are, and why: named speaker, first person, introduction, citation, setting.
  var verdict: (voice: Voice, why: String) {
    if speaker != nil { return (.participant, "a participant is named beside it") }
    if isFirstPerson { return (.participant, "first-person speech") }
    if isIntroduced { return (.participant, "introduced as a participant's words") }
    if isCited { return (.author, "a study is cited beside it") }
    if isSetOff { return (.participant, "set off as a block quotation") }
    return (.author, "quoted without a speaker")
  }
}

/// A voice while it is being found, in bytes.
struct FoundVoice: Equatable {
  var range: Range<Int>
  var voice: Voice
  var speaker: String
  var why: String

  init(_ range: Range<Int>, _ evidence: Evidence) {
    self.range = range
    (voice, why) = evidence.verdict
    speaker = evidence.speaker ?? ""
  }

  init(_ range: Range<Int>, _ voice: Voice, speaker: String, why: String) {
    self.range = range
    self.voice = voice
    self.speaker = speaker
    self.why = why
  }
}
