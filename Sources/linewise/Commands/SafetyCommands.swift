import ArgumentParser
import Foundation
import Interchange
import ReviewFile
import Synthesis

struct CheckCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check the whole file, against its own log.",
    discussion: """
      Verifies SQLite's structure, the chain of the log, every text, and every count against one \
      made anew from the log. Exits 1 where something is wrong, 75 where others saved all the \
      time, so that not all could be looked at.
      """)

  @OptionGroup var options: ReviewOptions
  @Flag(help: "Make everything that is derived from the log again, then check.") var rebuild = false
  @Option(help: "json for programs.") var format: TableOptions.Format?

  func act() throws {
    if rebuild { try ReviewFile.open(options.review).rebuild() }
    var unseen: [String] = []
    let problems = try options.openForReading().check { unseen.append($0) }
    let report = CheckReport(problems: problems, unseen: unseen)
    if format != nil {
      Output.write(Array(report.json.utf8))
    } else if report.ok {
      Output.say("\(options.review) is whole: log, texts and counts agree")
    } else {
      problems.forEach(Output.say)
    }
    unseen.forEach(Output.complain)
    // Where what was looked at is sound, that is not to be taken for the whole.
    guard report.ok else {
      let status: Failure.Status = problems.isEmpty ? .busy : .wrong
      throw ExitCode(status.rawValue)
    }
  }
}

struct BackupCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Write a whole copy, consistent while others write.",
    discussion: """
      Besides, acts are copied by themselves: as soon as 200 acts or 30 minutes of work are not in \
      a backup, to one of two files in turn in your state folder.
      """)

  @OptionGroup var options: ReviewOptions
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "The file to make; else beside the review, named by the day.", completion: .file())
  var output: String?

  func act() throws {
    let file = try options.openForReading()
    let path = output ?? Self.name(for: options.review)
    try file.backUp(to: path)
    Output.say("copied to \(path)")
    Output.say("automatic backups are in \(StateFolder.backups(of: file.id))")
  }

  private static func name(for review: String) -> String {
    let stem = review.hasSuffix(".linewise") ? String(review.dropLast(9)) : review
    let day = Date().formatted(.iso8601.year().month().day())
    return "\(stem) \(day).linewise"
  }
}
