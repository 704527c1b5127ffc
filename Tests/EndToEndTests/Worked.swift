import Foundation
import Testing

/// The worked review, made once by its script with the program under test.
enum Worked {
  /// The review and the program that keeps its folder.
  static let made = Result {
    let program = try Program()
    let script = Program.corpus.appending(path: "worked-review.sh").path
    let outcome = try program.shell("'\(script)' worked-review.linewise")
    guard outcome.status == 0 else { throw Failed(complaint: outcome.complaint) }
    return program
  }

  struct Failed: Error { let complaint: String }

  /// The bytes of the review.
  static func bytes() throws -> Data { try made.get().contents("worked-review.linewise") }

  /// A copy in a folder of its own, as `review.linewise`.
  static func copy() throws -> Program {
    let program = try Program()
    try program.write(try bytes(), to: "review.linewise")
    return program
  }
}
