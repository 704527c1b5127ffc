import ArgumentParser
import Foundation
import ReviewFile
import Synthesis

struct OpenCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open a review in the desk.")

  @OptionGroup var options: ReviewOptions
  @OptionGroup var desk: DeskOptions

  func act() throws {
    let keys = desk.readKeys()
    try desk.run(try openedReview(), keys)
  }

  /// The review; where there is none and the word could be a command's, both are said.
  private func openedReview() throws -> Session {
    do {
      return try options.openForActing()
    } catch ReviewFileError.notFound(let path) where !path.contains(where: "./".contains) {
      throw Failure(
        .noInput,
        "there is neither a command nor a review called ‘\(path)’; `linewise --help` lists the "
          + "commands")
    }
  }
}

struct DemoCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Open a private copy of the worked sample review.",
    discussion: "All its studies are invented. What you do to the copy touches nothing else.")

  @OptionGroup var desk: DeskOptions

  func act() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("linewise-demo-\(UUID().uuidString.prefix(8))").path
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    // Every copy is the same review; what is kept beside it must not be.
    setenv("XDG_STATE_HOME", folder + "/state", 1)
    let copy = folder + "/staying-with-referral.linewise"
    try ReviewFile.open(try Share.workedReview(), for: .reading).backUp(to: copy)
    let file = try ReviewFile.open(copy)
    guard let coder = try file.coders().first else {
      throw Failure(.badData, "the worked review has no coder")
    }
    try desk.run(try Session(file: file, coder: coder), desk.readKeys())
    // As it was called: in the source tree it is not on the path.
    let program = CommandLine.arguments.first ?? "linewise"
    Output.say(
      "Your copy is \(copy); open it again with: XDG_STATE_HOME=\(folder)/state "
        + "\(program) open \(copy) --as '\(coder.name)'")
  }
}
