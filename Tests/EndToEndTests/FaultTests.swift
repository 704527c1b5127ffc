import Foundation
import Testing

/// The faults of `make faults`, each for a few seconds: what the program promises holds while the
/// world around it fails.
@Suite(.serialized) struct FaultTests {
  private static let faults = Program.package.appending(path: "Tests/Faults/inject").path

  /// The names that the injector lists, so that a new fault is tested without a word here.
  private static let names: [String] = {
    let listed = try? Program().shell("python3 -B '\(faults)' --list").output
    return (listed ?? "").split(separator: "\n").map(String.init)
  }()

  @Test func faultsAreListed() { #expect(Self.names.contains("kills")) }

  @Test(.timeLimit(.minutes(5)), arguments: names)
  func thePromiseIsKept(under fault: String) throws {
    let program = try Program()
    let writer = Bundle.main.bundleURL.appending(path: "Faults").path
    let outcome = try program.shell(
      """
      python3 -B '\(Self.faults)' --short --only '\(fault)' \
        '\(Program.executable.path)' '\(writer)' '\(program.path("rooms"))'
      """)
    print(outcome.output, terminator: "")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.complaint)")
  }
}
