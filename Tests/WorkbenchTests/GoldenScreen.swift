import Foundation
import Testing

@testable import Workbench

/// Holds a screen against the file that was reviewed: its rows, where its cursor is, and where it is
/// more than plain text.
///
/// With `LINEWISE_RECORD=1` the file is written anew and the test fails, so that a recording is
/// never taken for a pass: look at the difference, then run again without it.
func expectGolden(
  _ pilot: Pilot, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let frame = pilot.state.view()
  let cursor = frame.cursor.map { "\($0.row) \($0.column)" } ?? "none"
  let text = """
    \(frame.text)
    ═══ cursor \(cursor)\(frame.cursorVisible ? " shown" : "")
    ═══ \(frame.announcement)
    \(frame.styleRuns)

    """
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden").appending(path: "\(name).txt")
  if ProcessInfo.processInfo.environment["LINEWISE_RECORD"] == "1" {
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name)", sourceLocation: sourceLocation)
    return
  }
  let golden = try? Data(contentsOf: file)
  #expect(
    golden == Data(text.utf8),
    "\(name) differs; record it anew with LINEWISE_RECORD=1 if that is meant:\n\(text)",
    sourceLocation: sourceLocation)
}
