import ArgumentParser
import Glibc

@main
struct Linewise: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "linewise",
    abstract: "Line-by-line coding and thematic synthesis of qualitative studies.",
    discussion: """
      A review is one file, NAME.linewise. Coders read the findings of studies line by line and \
      write free codes; every act is saved when it is shown and can be undone.

      Begin with `linewise demo`, or `linewise new REVIEW --title T` and `linewise import`.
      """,
    version: version,
    subcommands: [
      DemoCommand.self, NewCommand.self, OpenCommand.self, CoderCommand.self, ImportCommand.self,
      StudyCommand.self, SectionCommand.self, LinesCommand.self, LineCommand.self,
      CodeCommand.self, UncodeCommand.self, RecodeCommand.self, SetAsideCommand.self,
      RoleCommand.self, EvidenceCommand.self, MemoCommand.self, ReasonsCommand.self,
      DoneCommand.self, CodesCommand.self, ThemeCommand.self, AgreeCommand.self,
      RoundCommand.self, ArrangementCommand.self, CompareCommand.self, MatrixCommand.self,
      CommentCommand.self, CodingsCommand.self, CoverageCommand.self, SearchCommand.self,
      HistoryCommand.self, UndoCommand.self, RedoCommand.self,
      ExportCommand.self, CheckCommand.self, BackupCommand.self, KeysCommand.self,
      PictureCommand.self,
      ManualCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  /// Runs the command that was asked for; what the parser says of the words that were typed, some
  /// of which may be the names of files, is harmless for a terminal too.
  static func main() {
    openStandardDescriptors()
    // A file that may not grow is an error like any other, told in words.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let status = exitCode(for: error)
      // Help comes this way too.
      let message = fullMessage(for: error) + "\n"
      if status.isSuccess {
        Output.write(Array(message.utf8))
      } else if message != "\n" {
        Output.explain(message)
      }
      exit(withError: status)
    }
  }

  /// Opens those of standard input, output and error that were closed: what is opened next would
  /// take their places, and what is printed would be written into it.
  private static func openStandardDescriptors() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", O_RDWR)
    }
  }
}
