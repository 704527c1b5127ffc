import ArgumentParser
import CursesTerminal
import Dispatch
import Foundation
import ReviewFile
import ScreenCells
import Synthesis
import Workbench

extension Palette.Theme: ExpressibleByArgument {}

/// How the desk looks and listens.
struct DeskOptions: ParsableArguments {
  @Option(help: "A shipped keymap (default, vim, emacs, arrows) or a file.")
  var keymap: String?
  @Flag(help: "For screen readers and braille: no panes, one spoken line a move.")
  var plain = false
  @Flag(help: "Marks and rules in ASCII.") var ascii = false
  @Flag(help: "Start no other program, read no other file: for a key that opens this desk alone.")
  var restricted = false
  @Flag(name: .customLong("no-mouse"), help: "Leave the mouse to the terminal.")
  var noMouse = false
  @Option(help: "auto, dark, light, high-contrast or mono.") var theme = Palette.Theme.auto

  /// Begins to read the keymap, while the review is opened.
  func readKeys() -> Beside<KeymapFile.Reading> {
    Beside(on: .global()) { [keymap] in KeymapChoice.read(keymap) }
  }

  /// Opens the desk and stays until it is left.
  func run(_ session: Session, _ reading: Beside<KeymapFile.Reading>) throws {
    let keys = try reading.value
    let terminal = try openTerminal()
    defer { terminal.close() }
    var settings = Settings()
    settings.isPlain = plain
    settings.isRestricted = restricted
    settings.isASCII = terminal.isASCII
    settings.mouseIsOn = terminal.mouseIsOn
    let worker = try Worker(session: session)
    var state = try worker.firstState(
      size: terminal.size, keymap: keys.keymap, settings: settings)
    if let warning = session.warning {
      _ = state.update(.failed(warning))
    } else if let problem = keys.problems.first {
      let more = keys.problems.count > 1 ? " (\(keys.problems.count) problems)" : ""
      _ = state.update(.failed(problem.description + more))
    } else if let notice = keys.keymap.notice {
      _ = state.update(.told(notice))
    }
    var loop = RunLoop(terminal: terminal, worker: worker, state: state)
    try loop.run()
  }

  private func openTerminal() throws -> Terminal {
    var options = TerminalOptions()
    options.mouse = !noMouse
    options.theme = theme
    options.ascii = ascii
    let log = StateFolder.root + "/errors.log"
    try? FileManager.default.createDirectory(
      atPath: StateFolder.root, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    options.logPath = log
    options.crashNotice =
      "Linewise stopped by mistake. Every act that was shown is saved; what is known is in \(log)\n"
    do {
      return try Terminal(options: options)
    } catch {
      switch error {
      case .notATerminal:
        throw Failure(
          .usage, "the desk needs a terminal; without one, `linewise --help` lists the commands")
      case .dumb(let term):
        throw Failure(
          .usage,
          "a terminal of type ‘\(term)’ cannot show the desk; `linewise --help` lists the commands")
      case .unknownTerminal(let tried):
        throw Failure(
          .usage,
          "no terminal description was found (tried \(tried.joined(separator: ", "))); "
            + "set TERM=xterm-256color")
      }
    }
  }
}
