import Foundation
import Testing

@Suite struct DocumentTests {
  @Test func theKeyTableAndThePictureInTheReadmeAreWhatTheProgramMakes() throws {
    let program = try Worked.copy()
    let script = Program.package.appending(path: ".ci/documents").path
    let outcome = try program.shell(
      "'\(script)' '\(Program.executable.path)' \"$PWD/review.linewise\" --check")
    #expect(outcome.status == 0, "\(outcome.complaint)")
  }
}
