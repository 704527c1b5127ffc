import ScreenCells
import Synthesis
import TestSupport
import Testing

@testable import Workbench

/// The screens as they were looked at and found good.
@Suite struct ScreenTests {
  @Test(arguments: [(120, 36), (80, 24), (60, 20), (40, 12), (200, 50)])
  func theCodeDesk(columns: Int, rows: Int) throws {
    let pilot = try Hollis.pilot(size: (columns, rows))
    try expectGolden(pilot, "code-\(columns)x\(rows)")
  }

  @Test(arguments: [(120, 36), (80, 24), (60, 20), (40, 12)])
  func theLineWithManyCodes(columns: Int, rows: Int) throws {
    let pilot = try Hollis.pilot(size: (columns, rows))
    pilot.press("n N N N")
    pilot.press("g l 1 3 enter")
    try expectGolden(pilot, "many-codes-\(columns)x\(rows)")
  }

  @Test(arguments: [(120, 36), (80, 24), (60, 20), (40, 12)])
  func thePicker(columns: Int, rows: Int) throws {
    let pilot = try Hollis.pilot(size: (columns, rows))
    pilot.press("g l 1 3 enter enter")
    pilot.type("own")
    try expectGolden(pilot, "picker-\(columns)x\(rows)")
  }

  @Test(arguments: [(120, 36), (80, 24)])
  func thePickerOnAnEmptyField(columns: Int, rows: Int) throws {
    let pilot = try Hollis.pilot(size: (columns, rows))
    pilot.press("n C")
    try expectGolden(pilot, "picker-empty-\(columns)x\(rows)")
  }

  @Test func thePickerAboveALineAtTheBottom() throws {
    let pilot = try Hollis.pilot(size: (80, 24))
    pilot.press("g l 1 7 enter enter")
    pilot.type("own")
    try expectGolden(pilot, "picker-above-80x24")
  }

  @Test(arguments: [(120, 36), (80, 24)])
  func aShortList(columns: Int, rows: Int) throws {
    let pilot = try Hollis.pilot(size: (columns, rows))
    pilot.press("g l 1 5 enter s")
    try expectGolden(pilot, "choice-\(columns)x\(rows)")
  }

  @Test(arguments: [(120, 36), (80, 24), (40, 12)])
  func aMemo(columns: Int, rows: Int) throws {
    let pilot = try Hollis.pilot(size: (columns, rows))
    pilot.press("g l 1 5 enter m")
    pilot.type("They say “wanted”, not “needed”; ask JS whether that is the service's word.")
    pilot.press("enter enter")
    pilot.type("See also Marrow 41.")
    try expectGolden(pilot, "memo-\(columns)x\(rows)")
  }

  @Test func aField() throws {
    let pilot = try Hollis.pilot(size: (80, 24))
    pilot.press("g l")
    pilot.type("41")
    try expectGolden(pilot, "field-80x24")
  }

  @Test(arguments: [(120, 36), (80, 24), (40, 12)])
  func help(columns: Int, rows: Int) throws {
    let pilot = try Hollis.pilot(size: (columns, rows))
    pilot.press("?")
    try expectGolden(pilot, "help-\(columns)x\(rows)")
  }

  @Test func thePalette() throws {
    let pilot = try Hollis.pilot(size: (80, 24))
    pilot.press(":")
    pilot.type("code")
    try expectGolden(pilot, "palette-80x24")
  }

  @Test(arguments: [(120, 36), (80, 24), (40, 12)])
  func whichKey(columns: Int, rows: Int) throws {
    let pilot = try Hollis.pilot(size: (columns, rows))
    pilot.press("g")
    try expectGolden(pilot, "which-key-g-\(columns)x\(rows)")
    pilot.press("esc ,")
    try expectGolden(pilot, "which-key-comma-\(columns)x\(rows)")
  }

  @Test(arguments: [(120, 36), (80, 24), (40, 12)])
  func studies(columns: Int, rows: Int) throws {
    let pilot = try Hollis.pilot(size: (columns, rows))
    pilot.press("g s l j")
    try expectGolden(pilot, "studies-\(columns)x\(rows)")
  }

  @Test(arguments: [(120, 36), (80, 24), (40, 12)])
  func history(columns: Int, rows: Int) throws {
    let pilot = try Hollis.pilot(size: (columns, rows))
    pilot.press("g h j")
    try expectGolden(pilot, "history-\(columns)x\(rows)")
  }

  @Test(arguments: [(120, 36), (80, 24), (40, 12)])
  func progress(columns: Int, rows: Int) throws {
    let pilot = try Hollis.pilot(size: (columns, rows))
    pilot.press(", p")
    try expectGolden(pilot, "progress-\(columns)x\(rows)")
  }

  @Test func hits() throws {
    let pilot = try Hollis.pilot(size: (80, 24))
    pilot.press("/")
    pilot.type("plan")
    pilot.press("enter")
    try expectGolden(pilot, "find-80x24")
    pilot.press("enter")
    try expectGolden(pilot, "hit-80x24")
  }

  @Test(arguments: [(120, 36), (80, 24)])
  func aSelection(columns: Int, rows: Int) throws {
    let pilot = try Hollis.pilot(size: (columns, rows))
    pilot.press("g l 1 3 enter v J")
    try expectGolden(pilot, "selection-\(columns)x\(rows)")
  }

  @Test(arguments: [(120, 36), (80, 24)])
  func allCodersCodes(columns: Int, rows: Int) throws {
    let pilot = try Hollis.pilot(size: (columns, rows))
    pilot.press("g l 1 3 enter a l j")
    try expectGolden(pilot, "all-coders-\(columns)x\(rows)")
  }

  @Test func waitingActs() throws {
    let pilot = try Hollis.pilot(size: (80, 24))
    pilot.holdsAnswers = true
    pilot.press("g l 1 5 enter enter")
    pilot.type("own")
    pilot.press("enter")
    try expectGolden(pilot, "waiting-80x24")
  }

  @Test func companions() throws {
    let pilot = try Hollis.pilot(size: (80, 24))
    let study = pilot.state.reader?.page.summary.study.id
    pilot.tell(.companions([Companion(coder: pilot.room.ben, study: study, line: 41)]))
    try expectGolden(pilot, "companion-80x24")
  }

  @Test func plainMode() throws {
    var settings = Settings()
    settings.isPlain = true
    let pilot = try Hollis.pilot(size: (80, 24), settings: settings)
    pilot.press("g l 1 3 enter")
    try expectGolden(pilot, "plain-80x24")
    pilot.press("enter")
    pilot.type("own")
    try expectGolden(pilot, "plain-picker-80x24")
  }

  @Test func otherScripts() throws {
    var room = try Room()
    try room.importText(
      """
      # 結果
      母親たちは何時間も待っていた。そして誰も来なかったし、電話もなかったので、何人かは家に帰った。 | 他の人は椅子で眠った。
      انتظرت الأمهات الأخبار لساعات طويلة ولم يأت أحد ولم يتصل أحد، فعادت بعضهن إلى البيت.
      Cafe\u{301} owners waited too\u{1F469}\u{200D}\u{2695}\u{FE0F}.
      """, study: .new(label: "渡辺 2020"))
    try room.code(room.ada, "待つこと", 1)
    try room.code(room.ada, "الانتظار", 3)
    for size in [(120, 36), (80, 24)] {
      let pilot = try Pilot(room: room, size: size)
      try expectGolden(pilot, "scripts-\(size.0)x\(size.1)")
      pilot.press("j j enter")
      pilot.type("待")
      try expectGolden(pilot, "scripts-picker-\(size.0)x\(size.1)")
    }
  }

  @Test func longNames() throws {
    var room = try Room()
    let label = "Szczepańska-Kowalczyk, van der Merwe & Ó Súilleabháin 2019b"
    try room.importText("# Findings\nOne line.|Another.|A third.", study: .new(label: label))
    let names = [
      "the worker set the pace with people instead of for them, and said so",
      "the worker set the pace with people instead of for them, silently",
    ]
    for name in names {
      try room.code(room.ada, name, 1)
      try room.code(room.ada, name, 2)
    }
    for size in [(120, 36), (80, 24), (40, 12)] {
      let pilot = try Pilot(room: room, size: size)
      try expectGolden(pilot, "long-names-\(size.0)x\(size.1)")
      pilot.press("enter")
      pilot.type("worker")
      try expectGolden(pilot, "long-names-picker-\(size.0)x\(size.1)")
    }
  }

  @Test func anEmptyReview() throws {
    let pilot = try Pilot(room: try Room(), size: (80, 24))
    try expectGolden(pilot, "welcome-80x24")
    pilot.press("g s")
    try expectGolden(pilot, "no-studies-80x24")
  }

  @Test func aTerminalThatIsTooSmall() throws {
    let pilot = try Hollis.pilot(size: (39, 12))
    try expectGolden(pilot, "too-small-39x12")
    pilot.resize(40, 12)
    #expect(pilot.screen.contains("Findings") || pilot.screen.contains("Hollis"))
  }
}

/// The review of the pictures.
enum Hollis {
  static func pilot(size: (Int, Int), settings: Settings = Settings()) throws -> Pilot {
    let pilot = try Pilot(room: try room(), size: size, settings: settings)
    pilot.press("n")
    return pilot
  }

  static func room() throws -> Room {
    var room = try Room()
    try room.importText(hollis, study: .new(label: "Hollis 2019"))
    try room.importText(
      """
      # Results
      It was mine, so I could break it and mend it. | They asked what I would do first.
      """, study: .new(label: "Marrow 2016"))
    try room.importText(
      """
      # What people said
      People kept plans that they had written themselves. | Workers asked twice.
      """, study: .new(label: "Petrie 2020"))
    try code(&room)
    return room
  }

  private static func code(_ room: inout Room) throws {
    try room.code(room.ada, "owning the plan", 1, of: 1)
    try room.code(room.ada, "ownership of recovery", 1, of: 1)
    try room.code(room.ada, "owning the plan", 1, of: 2)
    try room.code(room.ada, "their own words for it", 2, of: 2)
    for name in ["being sent, not asked", "letters nobody read"] {
      try room.code(room.ada, name, 10)
    }
    for name in ["pacing set together", "working alongside"] { try room.code(room.ada, name, 11) }
    let many = [
      "small agreed steps", "owning the plan", "first plan ever", "being asked first",
      "a promise to oneself",
    ]
    for name in many { try room.code(room.ada, name, 12) }
    for name in ["steps agreed", "small agreed steps"] { try room.code(room.ben, name, 12) }
    try room.code(room.ada, "being sent, not asked", 15)
    try room.act(room.ada, .setAside(at: try room.place(16), reason: "setting"))
    let plan = try room.code("owning the plan")
    try room.act(
      room.ada,
      .define(plan, ["definition": "the person, not the service, says what the plan is for."]))
    try room.act(room.ada, .tie(plan, at: try room.place(13), isAgainst: false))
    for line in 8...9 {
      try room.act(room.ada, .setAside(at: try room.place(line), reason: "setting"))
    }
  }

  private static let hollis = """
    #! Background
    Social prescribing has been described often. | It has been praised more often.
    Its workers are called link workers.
    #! Methods
    We spoke with twenty-two people. | All had met a worker at least twice.
    # Findings
    Before the service, most had been sent somewhere. | Few had gone.
    Before the service, most had been sent somewhere by letter and had not gone. A letter, several \
    said, was a decision already taken. | The worker set the pace with people instead of for them.
    What counted as progress was agreed week by week, and several said that this was the first plan \
    they had owned.¹ | ⟦“I never felt behind, because we had drawn the line ourselves.”⟧
    Two people wanted more structure than they were offered, and one left for a course that had an \
    end. | Choosing the activity mattered less than being asked.
    The service ran for eighteen months in two boroughs.
    #! Limitations
    We met few men. | Nobody under thirty took part.
    #! Discussion
    Pacing is a word that the workers used.
    """
}
