import Foundation
import Testing

/// Holds an output of the program against the file that was reviewed, but for what no two runs share:
/// identities are numbered as they come, and times are left out.
///
/// With `LINEWISE_RECORD=1` the file is written anew and the test fails, so that a recording is never
/// taken for a pass.
func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden").appending(path: name)
  let settled = settled(text)
  if ProcessInfo.processInfo.environment["LINEWISE_RECORD"] == "1" {
    try Data(settled.utf8).write(to: file)
    Issue.record("recorded \(name)", sourceLocation: sourceLocation)
    return
  }
  let golden = try Data(contentsOf: file)
  #expect(
    golden == Data(settled.utf8),
    "\(name) differs; record it anew with LINEWISE_RECORD=1 if that is meant",
    sourceLocation: sourceLocation)
}

/// A text with its identities numbered and its times taken out.
func settled(_ text: String) -> String {
  var numbers: [Substring: Int] = [:]
  let identities = text.replacing(
    /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/
  ) { match in
    let number = numbers[match.output, default: numbers.count + 1]
    numbers[match.output] = number
    return "<id \(number)>"
  }
  return identities.replacing(/20\d\d-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?/, with: "<time>")
}
