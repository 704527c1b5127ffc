import Foundation
import Testing

/// Holds an output of the program against the file that was reviewed.
///
/// With `LINEWISE_RECORD=1` the file is written anew and the test fails, so that a recording is never
/// taken for a pass: look at the difference, then run again without it.
func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden").appending(path: name)
  if ProcessInfo.processInfo.environment["LINEWISE_RECORD"] == "1" {
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name)", sourceLocation: sourceLocation)
    return
  }
  let golden = try Data(contentsOf: file)
  #expect(
    golden == Data(text.utf8),
    "\(name) differs; record it anew with LINEWISE_RECORD=1 if that is meant",
    sourceLocation: sourceLocation)
}
