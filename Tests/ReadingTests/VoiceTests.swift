import Reading
import Synthesis
import Testing

/// Each argument shows where the voices of a text are found.
@Suite struct VoiceTests {
  private func voices(_ marked: String, name: String = "a.txt") throws -> [DraftVoice] {
    let draft = try draft(marked.unmarked, name: name)
    #expect(draft.markedVoices == marked)
    return draft.voices
  }

  @Test(arguments: [
    "One said it was so: ⟦“it was a long way home” (P12, female).⟧ Others nodded.",
    "One said it was so: ⟦\"it was a long way home\" (P12, female).⟧ Others nodded.",
    "One said it was so: ⟦‘it was a long way home’ (P12, female).⟧ Others nodded.",
    "One said it was so: ⟦'it was a long way home' (P12, female).⟧ Others nodded.",
    "It was so. ⟦“It was a long way home.” [P12, female]⟧ Others nodded.",
    "It was so. ⟦“It was a long way home.” – P12, female⟧",
  ])
  func aQuotationTakesInItsSpeaker(_ text: String) throws {
    let found = try voices(text)
    #expect(found.map(\.voice) == [.participant])
    #expect(found.map(\.speaker) == ["P12, female"])
  }

  @Test(arguments: [
    ("(Participant 3)", "Participant 3"), ("[Link worker, site B]", "Link worker, site B"),
    ("(Maria, 45)", "Maria, 45"), ("(Maria)", "Maria"), ("(SU-04)", "SU-04"),
    ("(woman, 58 years)", "woman, 58 years"), ("(FG2, carer)", "FG2, carer"),
    ("— Interviewee B", "Interviewee B"), ("(P07, woman, 58)", "P07, woman, 58"),
    ("(58-year-old woman)", "58-year-old woman"),
  ])
  func participantsAreNamedInManyWays(_ note: String, _ speaker: String) throws {
    let found = try draft("It was so. “It was a long way home.” \(note)").voices
    #expect(found.map(\.speaker) == [speaker])
    #expect(found.map(\.voice) == [.participant])
  }

  @Test(arguments: [
    "It was ⟦“a matter of being heard by staff” (Hollis et al., 2019)⟧ as they put it.",
    "It was ⟦“a matter of being heard by staff”^{7,21-23}⟧ as they put it.",
    "It was ⟦“a matter of being heard by staff”⁷⟧ as they put it.",
    "It was ⟦“a matter of being heard by staff” [12]⟧ as they put it.",
    "It was ⟦‘a matter of being heard by staff.’⁶⁻⁸⟧ They left.",
  ])
  func aStudyCitedBesideTheWordsMakesThemTheAuthors(_ text: String) throws {
    let found = try voices(text)
    #expect(found.map(\.voice) == [.author])
    #expect(found.map(\.why) == ["a study is cited beside it"])
  }

  @Test func aFirstPersonIsAParticipant() throws {
    let found = try voices("It was hard: ⟦“I could not say my name”⟧ was often heard.")
    #expect(found.map(\.voice) == [.participant])
    #expect(found.map(\.why) == ["first-person speech"])
  }

  @Test(arguments: [
    "They spoke of ‘trust’ and “small steps” to it.", "The 'gold standard' was \"fine\" here.",
  ])
  func oneOrTwoQuotedWordsAreNoVoice(_ text: String) throws {
    _ = try voices(text)
  }

  @Test(arguments: [
    "The users' views and the carers' needs met the nurses' rules there.",
    "The users’ views and the carers’ needs met the nurses’ rules there.",
    "They'd been told 'em all, and 'twas the '90s' way of it.",
    "It was the women's own, and the childrens' own as well.",
  ])
  func possessivesAndElisionsNeitherOpenNorClose(_ text: String) throws {
    _ = try voices(text)
  }

  @Test(arguments: [
    "One said ⟦'I saw the users' views and the carers' needs there'⟧ and left.",
    "One said ⟦‘I saw the users’ views and didn’t mind the carers’ needs’⟧, and left.",
    "One said ⟦'I couldn't say my name'⟧ and left.",
  ])
  func apostrophesInsideASingleQuotationDoNotEndIt(_ text: String) throws {
    #expect(try voices(text).map(\.voice) == [.participant])
  }

  @Test func aBlockQuotationAfterAColonIsOneVoiceWithItsSpeaker() throws {
    let found = try voices(
      "One woman said this to us:\n\n    ⟦It was a long way. (P3)⟧\n\nOthers nodded.")
    #expect(found.map(\.speaker) == ["P3"])
  }

  @Test func aMarkdownBlockQuotationTakesInTheSpeakerBelowIt() throws {
    let draft = try draft(
      "One said:\n\n> It was a long way.\n>\n> It was cold.\n>\n> – Participant 3\n\nOthers nodded.",
      name: "a.md")
    #expect(
      draft.markedVoices
        == "One said:\n\n⟦It was a long way.\n\nIt was cold.\n\n– Participant 3⟧\n\nOthers nodded.")
    #expect(draft.voices.map(\.speaker) == ["Participant 3"])
  }

  @Test func aBlockQuotationWithACitationAloneIsTheAuthors() throws {
    let draft = try draft("As others wrote:\n\n> It was a long way home.⁷\n\nSo.", name: "a.md")
    #expect(draft.voices.map(\.voice) == [.author])
  }

  @Test func aParagraphAfterAColonThatEndsWithASpeakerIsAQuotation() throws {
    _ = try voices(
      "One woman said this to us:\n\n⟦It was a long way. (P3, woman)⟧\n\nOthers nodded.")
  }

  @Test func turnsOfTalkAreVoices() throws {
    let found = try voices(
      "They spoke as follows.\n\n⟦Interviewer: How was it there?⟧\n⟦Maria: It was a long way.⟧\n⟦Interviewer: And then?⟧"
    )
    #expect(found.map(\.voice) == [.author, .participant, .author])
    #expect(found.map(\.speaker) == ["Interviewer", "Maria", "Interviewer"])
  }

  @Test(arguments: ["Note: it was a long way.", "Setting: a ward in the north of the country."])
  func aLabelIsNoTurnOfTalk(_ text: String) throws {
    _ = try voices("They spoke as follows.\n\n\(text)\n\nOthers nodded.")
  }

  @Test func italicsOfMarkdownAreAVoiceOnlyWithASpeakerOrAFirstPerson() throws {
    let draft = try draft(
      "The *Journal of Small Steps* says *I could not say my name* and *it was a long way* (P3).",
      name: "a.md")
    #expect(
      draft.markedVoices
        == "The Journal of Small Steps says ⟦I could not say my name⟧ and ⟦it was a long way (P3).⟧"
    )
  }

  @Test func aLineOfQuotationAndSpeakerIsWhollyTheParticipants() throws {
    let draft = try draft("They nodded. “It was a long way home.” (P12, female) Others left.")
    let voice = try #require(draft.voices.first)
    #expect(draft.lines.contains(voice.range))
  }

  @Test func wordsThatAnAuthorIntroducesAsSpeechAreAParticipants() throws {
    let found = try voices("One woman told us that ⟦“it was a long way home”⟧ and left.")
    #expect(found.map(\.voice) == [.participant])
  }
}
