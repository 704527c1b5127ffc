import Reading
import Testing

/// Each argument shows the lines that a text is cut into.
@Suite struct SentenceTests {
  @Test(arguments: [
    "⟦Hollis et al. reported the same (2019).⟧ ⟦It was new.⟧",
    "⟦Some aids, e.g. Diaries, and others, i.e. Phones, were used.⟧ ⟦Few minded.⟧",
    "⟦This differed, cf. Moss, from the rest.⟧",
    "⟦Home vs. Hospital mattered.⟧ ⟦Nobody said why.⟧",
    "⟦As Fig. 2 shows, trust grew.⟧ ⟦See figs. 3 and 4.⟧",
    "⟦They liked Dr. Moss and Mrs. Hale.⟧ ⟦Others did not.⟧",
    "⟦Interview No. 4 was short.⟧",
    "⟦Did she mind?⟧ ⟦No.⟧ ⟦She laughed.⟧",
    "⟦They went to St. Mary's ward.⟧",
    "⟦It was run in the U.K. Government clinics.⟧",
    "⟦It was run in the U.K.⟧ ⟦The clinics closed.⟧",
    "⟦See p. 12 and pp. 14–16 there.⟧ ⟦Then go on.⟧",
    "⟦It took approx. 12 weeks, ca. 3 months.⟧",
    "⟦Tea, biscuits etc. were given.⟧ ⟦They had tea, etc.⟧ ⟦Nobody complained.⟧",
  ])
  func anAbbreviationEndsNoSentence(_ text: String) throws {
    #expect(try draft(text.unmarked).marked == text)
  }

  @Test(arguments: [
    "⟦We thank J. Smith and A. B. Hale.⟧ ⟦They helped.⟧",
    "⟦She took vitamin C.⟧ ⟦The rest did not.⟧",
  ])
  func anInitialEndsNoSentenceUnlessTheNextWordLikesToBegin(_ text: String) throws {
    #expect(try draft(text.unmarked).marked == text)
  }

  @Test(arguments: [
    "⟦The mean was 62.0 and p<.05 throughout.⟧ ⟦It fell.⟧",
    "⟦There were few (n = 12).⟧ ⟦All stayed.⟧",
    "⟦We saw n = 12.⟧ ⟦All stayed.⟧",
    "⟦Scores of 3.5–4.5 were common.⟧",
  ])
  func aDecimalPointEndsNothing(_ text: String) throws {
    #expect(try draft(text.unmarked).marked == text)
  }

  @Test(arguments: [
    "⟦I had . . . [or] nearly had . . . a plan.⟧ ⟦It failed.⟧",
    "⟦They spoke of independence. . . managed by others.⟧",
    "⟦It was… hard to say.⟧ ⟦Then… I left it.⟧",
    "⟦It went on and on…⟧ ⟦Nobody came.⟧",
    "⟦It went on. . . .⟧ ⟦Nobody came.⟧",
  ])
  func anEllipsisInsideASentenceDoesNotEndIt(_ text: String) throws {
    #expect(try draft(text.unmarked).marked == text)
  }

  @Test(arguments: [
    "⟦Trust came late.⁶⁻⁸⟧ ⟦It left early.⁹⟧",
    "⟦Trust came late.^{7,21-23}⟧ ⟦It left early.^{7,21–23}⟧",
    "⟦Trust came late.^12^⟧ ⟦It left early.⟧",
    "⟦Trust came late.[12]⟧ ⟦It left early. [7, 21–23]⟧ ⟦Then it came.⟧",
    "⟦Trust came late.(12)⟧ ⟦It left early.⟧",
    "⟦Trust came late.12,13⟧ ⟦It left early.⟧",
    "⟦Trust came late,⁷ and left early.⟧ ⟦So it goes.⟧",
    "⟦Trust came late (Hollis et al., 2019; Moss, 2020).⟧ ⟦It left.⟧",
    "⟦Trust came late. (Hollis et al., 2019)⟧ ⟦It left.⟧",
  ])
  func aCitationStaysWithItsSentence(_ text: String) throws {
    #expect(try draft(text.unmarked).marked == text)
  }

  @Test(arguments: [
    "⟦They called it “a lifeline.”⁷⟧ ⟦It was cheap.⟧",
    "⟦They called it ‘a lifeline.’^{7}⟧ ⟦It was cheap.⟧",
    "⟦“It was a lifeline.” (P12, female)⟧ ⟦Others disagreed.⟧",
    "⟦“It was a lifeline.” – Participant 3⟧",
    "⟦“Why me?” she asked, and left.⟧ ⟦Nobody knew.⟧",
    "⟦“It helped.⟧ ⟦I went again.”⟧ ⟦So did others.⟧",
  ])
  func closingMarksAndSpeakersStayWithTheirSentence(_ text: String) throws {
    #expect(try draft(text.unmarked).marked == text)
  }

  @Test(arguments: [
    "⟦Three things helped: time; a name; a door (just physical health).⟧ ⟦None was dear.⟧",
    "⟦They left (Why? Nobody asked.) and came back.⟧ ⟦Nobody minded.⟧",
    "⟦It spoke of (re-) engagement with care.⟧ ⟦Then it stopped.⟧",
    "⟦He left (she had stayed. Or so he thought) at noon.⟧",
  ])
  func listsAndBracketsInsideASentenceDoNotEndIt(_ text: String) throws {
    #expect(try draft(text.unmarked).marked == text)
  }

  @Test(arguments: [
    "⟦It was cheap.⟧ ⟦12 women came back.⟧",
    "⟦It was cheap.⟧ ⟦eHealth tools were not.⟧",
    "⟦It was cheap.⟧ ⟦(Others disagreed.)⟧ ⟦Nobody said why.⟧",
    "⟦It was cheap.⟧ ⟦[They] said so.⟧",
    "⟦It was cheap.⟧ ⟦“[t]hey said so,” she wrote.⟧",
  ])
  func aSentenceMayStartWithADigitABrandOrABracket(_ text: String) throws {
    #expect(try draft(text.unmarked).marked == text)
  }

  @Test(arguments: [
    "⟦護士很好。⟧⟦我很高興！⟧⟦真的嗎？⟧⟦是。⟧",
    "⟦「元気です。」と言った。⟧⟦次の日も来た。⟧",
    "⟦هل ساعدتك؟⟧ ⟦نعم كثيرا.⟧ ⟦شكرا.⟧",
    "⟦Foi bom.⟧ ⟦É\u{301} verdade.⟧ ⟦E\u{301} isso.⟧",
    "⟦It was great!⟧ ⟦👩🏽‍⚕️ it was.⟧",
    "⟦¿Por qué?⟧ ⟦¡Nadie lo sabe!⟧",
  ])
  func everyScriptEndsItsSentencesInItsOwnWay(_ text: String) throws {
    #expect(try draft(text.unmarked).marked == text)
  }

  @Test func aSentenceRunsOverTheEndsOfHardWrappedLines() throws {
    let text = "⟦The nurses listened\nto them.⟧ ⟦They\ncame back.⟧"
    #expect(try draft(text.unmarked).marked == text)
  }

  @Test func aBlockQuotationAfterAColonIsALineOfItsOwn() throws {
    let text =
      "⟦One woman said this to us:⟧\n\n    ⟦I felt heard there.⟧ ⟦It was new.⟧\n\n⟦Others nodded.⟧"
    #expect(try draft(text.unmarked).marked == text)
  }

  @Test func theNumberOfAListItemIsNoSentence() throws {
    let text = "⟦Three things helped them:⟧\n⟦1. Time with a nurse.⟧\n⟦2. A name.⟧ ⟦It counted.⟧"
    #expect(try draft(text.unmarked).marked == text)
  }
}
