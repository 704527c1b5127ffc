import ScreenCells
import Synthesis
import TestSupport
import Testing

@testable import Workbench

/// Everything that a mouse would do.
@Suite struct MouseTests {
  let pilot: Pilot

  init() throws {
    pilot = try Pilot(
      """
      # Findings
      Mothers waited for news. | They hoped. | 彼女は待った and then left. | Others slept.
      """, "# Findings\nFathers waited too.")
  }

  @Test func aClickGoesToTheLine() {
    pilot.click(.text(line: 3, row: 0), column: 8)
    #expect(pilot.line == 4)
    #expect(pilot.state.reader?.selection == nil)
    pilot.click(.line(1))
    #expect(pilot.line == 2)
  }

  @Test func aDoubleClickCodesTheLine() {
    pilot.click(.text(line: 2, row: 0), column: 8, twice: true)
    #expect(pilot.picker?.title == "code line 3")
  }

  @Test func aRightClickSetsAside() {
    pilot.click(.text(line: 2, row: 0), column: 8, .right)
    #expect(pilot.choice?.title == "set line 3 aside")
    pilot.click(.choiceRow(1))
    #expect(pilot.acts == ["set aside Study 1 3: other population"])
  }

  @Test func aDragOverTextSelectsWholeWords() {
    pilot.drag(
      from: .text(line: 1, row: 0), column: 5 + 9, to: .text(line: 1, row: 0), endColumn: 5 + 16)
    #expect(selected == "waited for")
    pilot.code("delay")
    #expect(pilot.codes(on: 2) == ["delay"])
    #expect(pilot.state.reader?.selection == nil)
  }

  @Test func aDragSelectsWideTextByItsCells() {
    // 彼女は待った takes twelve cells; the space after it is the thirteenth.
    pilot.drag(
      from: .text(line: 3, row: 0), column: 5 + 11, to: .text(line: 3, row: 0), endColumn: 5 + 13)
    #expect(selected == "彼女は待った and")
    pilot.press("esc")
    pilot.drag(
      from: .text(line: 3, row: 0), column: 5 + 13, to: .text(line: 3, row: 0), endColumn: 5 + 17)
    #expect(selected == "and then")
  }

  @Test func aDragSelectsOverLines() {
    pilot.drag(
      from: .text(line: 1, row: 0), column: 5 + 19, to: .text(line: 2, row: 0), endColumn: 5)
    #expect(selected == "news. They")
  }

  @Test func aClickOnACodeGoesToItAndAClickInTheFieldRunsIt() {
    pilot.code("delay")
    pilot.press("j")
    pilot.click(.mark(line: 1, 0))
    #expect(pilot.line == 2)
    #expect(pilot.state.reader?.mark == 0)
    #expect(pilot.state.context == .codeMargin)
  }

  @Test func aCodeIsDraggedOntoALine() {
    pilot.code("delay")
    pilot.drag(from: .mark(line: 1, 0), to: .text(line: 3, row: 0), endColumn: 6)
    #expect(pilot.acts.last == "coded Study 1 4 ‘delay’")
    #expect(pilot.line == 4)
  }

  @Test func theDragSaysWhereTheCodeWouldGo() throws {
    pilot.code("delay")
    try hold(.mark(line: 1, 0), over: .text(line: 3, row: 0))
    #expect(pilot.said == "‘delay’ onto line 4: release")
  }

  @Test func aKeyCancelsADrag() throws {
    pilot.code("delay")
    let place = try hold(.mark(line: 1, 0), over: .text(line: 3, row: 0))
    pilot.press("esc")
    pilot.mouse(.release, at: place, after: 10)
    #expect(pilot.acts.count == 1)
    #expect(pilot.state.drag == nil)
    #expect(pilot.said?.contains("onto line") != true)
  }

  @Test func aSecondPressEndsADragWhoseReleaseWasLost() throws {
    pilot.code("delay")
    let place = try hold(.mark(line: 1, 0), over: .text(line: 3, row: 0))
    pilot.mouse(.press, at: place)
    pilot.mouse(.release, at: place, after: 10)
    #expect(pilot.acts.count == 1)
    #expect(pilot.said?.contains("onto line") != true)
  }

  @Test func aReleaseOutsideTheLinesPutsTheCodeBack() throws {
    pilot.code("delay")
    let frame = pilot.state.view()
    let from = try #require(frame.rects(of: .mark(line: 1, 0)).first).origin
    let nowhere = Point(column: 3, row: 0)
    pilot.mouse(.press, at: from)
    pilot.mouse(.drag, at: nowhere, after: 10)
    #expect(pilot.said == "‘delay’: over no line")
    pilot.mouse(.release, at: nowhere, after: 10)
    #expect(pilot.acts.count == 1)
    #expect(pilot.said != "‘delay’: over no line")
  }

  @Test func theFooterIsClicked() {
    pilot.click(.command(.lineSetAside))
    #expect(pilot.choice?.title == "set line 2 aside")
    pilot.click(.command(.actCancel))
    #expect(pilot.state.overlays.isEmpty)
    pilot.click(.command(.codePick))
    #expect(pilot.picker != nil)
  }

  @Test func theTopLineIsClicked() {
    pilot.click(.command(.deskHistory))
    #expect(pilot.state.desk == .history)
    pilot.click(.command(.deskCode))
    #expect(pilot.state.desk == .code)
    pilot.press("k k k")
    pilot.click(.command(.needNext))
    #expect(pilot.line == 2)
  }

  @Test func aRowOfThePickerIsClickedAndCtrlClickTakesItOff() {
    pilot.code("delay")
    pilot.press("j enter")
    pilot.click(.pickerRow(0))
    #expect(pilot.codes(on: 3) == ["delay"])
    pilot.click(.pickerRow(0), ctrl: true)
    #expect(pilot.codes(on: 3).isEmpty)
    #expect(pilot.picker != nil)
  }

  @Test func theWheelGoesThroughThePickerAndScrollsTheText() {
    for name in ["a1", "a2", "a3", "a4", "a5"] { pilot.code(name) }
    pilot.press("enter")
    pilot.wheel(down: true, over: .pickerRow(0))
    #expect(pilot.picker?.focus == 2)
    pilot.wheel(down: false, over: .pickerRow(0))
    #expect(pilot.picker?.focus == 0)
  }

  @Test func aClickOutsideLeavesThePicker() {
    pilot.press("enter")
    pilot.click(at: Point(column: 20, row: 2))
    #expect(pilot.state.overlays.isEmpty)
  }

  @Test func aClickOutsideAMemoKeepsIt() {
    pilot.press("m")
    pilot.type("why")
    pilot.click(at: Point(column: 20, row: 1))
    #expect(pilot.acts == ["wrote a memo on Study 1 2"])
  }

  @Test func theMouseIsOursOrTheTerminals() {
    pilot.run(.mouseToggle)
    #expect(pilot.outside == [.setMouse(false)])
    #expect(pilot.top.contains("mouse off"))
    pilot.mouse(.press, at: Point(column: 20, row: 5))
    #expect(pilot.line == 2)
  }

  @Test func aFoldIsClickedOpen() throws {
    let pilot = try Pilot("# Findings\nOne.\n#! Methods\nTwo. | Three.")
    pilot.click(.stop(2))
    #expect(pilot.screen.contains("Two."))
  }

  private var selected: String? {
    pilot.state.reader?.selection.flatMap { selection in
      pilot.state.reader?.page.documents.first?.table.text.words(selection.passage)
    }
  }

  /// Presses on one thing, moves over another and holds.
  @discardableResult
  private func hold(_ target: Target, over other: Target) throws -> Point {
    let frame = pilot.state.view()
    let from = try #require(frame.rects(of: target).first).origin
    let to = try #require(frame.rects(of: other).first).origin.moved(columns: 7)
    pilot.mouse(.press, at: from)
    pilot.mouse(.drag, at: to, after: 10)
    return to
  }
}
