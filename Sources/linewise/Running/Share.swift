import Foundation

/// What is installed beside the program, or stands in the tree that it was built in.
enum Share {
  /// The worked sample review.
  static func workedReview() throws -> String {
    let name = "worked-review.linewise"
    for folder in folders {
      let path = "\(folder)/\(name)"
      if FileManager.default.fileExists(atPath: path) { return path }
    }
    throw Failure(
      .noInput,
      "the worked sample review is not installed; in the source tree, `make demo` builds it")
  }

  /// Where to look: `LINEWISE_SHARE`, `../share/linewise` beside the program, and the build folder
  /// above it.
  private static var folders: [String] {
    let environment = ProcessInfo.processInfo.environment["LINEWISE_SHARE"]
    let program = (Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0]))
      .resolvingSymlinksInPath().deletingLastPathComponent()
    let installed = program.deletingLastPathComponent().appendingPathComponent("share/linewise")
    var above: [String] = []
    var folder = program
    for _ in 0..<4 {
      above.append(folder.path)
      folder.deleteLastPathComponent()
    }
    return [environment, installed.path].compactMap(\.self) + above
  }
}
