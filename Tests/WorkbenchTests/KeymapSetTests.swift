import Foundation
import Testing

@testable import Workbench

@Suite(.serialized) struct KeymapSetTests {
  @Test(arguments: KeymapSet.allCases)
  func noKeyIsAlsoAPrefix(set: KeymapSet) {
    for context in Context.allCases {
      let bound = set.keymap.commands(in: context)
      for sequence in bound.keys where sequence.count > 1 {
        for length in 1..<sequence.count {
          #expect(
            bound[Array(sequence.prefix(length))] == nil,
            "\(set) [\(context.rawValue)] \(sequence)")
        }
      }
    }
  }

  @Test func noDefaultKeyStandsTwiceInAContext() {
    for context in Context.allCases {
      let keys = CommandTable.entries(of: context).flatMap(\.keys)
      #expect(Set(keys).count == keys.count, "[\(context.rawValue)]")
    }
  }

  @Test(arguments: KeymapSet.allCases)
  func theChangesOfASetHaveNoErrorAndTakeNoEssentialKey(set: KeymapSet) {
    let grave = set.assembled().problems.filter { problem in
      if case .taken = problem.kind { return false }
      return problem.severity != .note
    }
    #expect(grave == [])
    for change in set.changes {
      #expect(
        change.command.map { CommandTable.entry($0, in: change.context) != nil } ?? true,
        "\(change.key)")
    }
  }

  @Test(arguments: KeymapSet.allCases)
  func everyKeyCanBeSent(set: KeymapSet) {
    for context in Context.allCases {
      for sequence in set.keymap.commands(in: context).keys {
        #expect(KeyNotation.sequence(KeyNotation.text(sequence)) == .success(sequence))
        #expect(!(context.isTyping && KeyNotation.isPrintable(sequence[0])), "\(sequence)")
      }
    }
  }

  @Test(arguments: KeymapSet.allCases)
  func everyCommandHasAKeyThatEveryKeyboardHasAndNoMultiplexerTakes(set: KeymapSet) {
    for entry in CommandTable.entries {
      let good = set.keymap.keys(for: entry.command, in: entry.context).filter {
        !KeyReserve.multiplexerTakes($0) && !KeyReserve.mayNeedAltGr($0)
      }
      #expect(!good.isEmpty, "\(set) [\(entry.context.rawValue)] \(entry.command.rawValue)")
    }
  }

  @Test(arguments: KeymapSet.allCases)
  func escIsNeverTheOnlyWayOut(set: KeymapSet) {
    let ways: [Command] = [.placeLeave, .programLeave, .actCancel, .memoClose]
    for context in Context.allCases {
      let keys = ways.flatMap { set.keymap.keys(for: $0, in: context) }
      #expect(keys.contains { $0 != ["esc"] }, "\(set) [\(context.rawValue)]")
    }
  }

  @Test func theEmacsSetSaysWhatMultiplexersMustLeaveIt() {
    #expect(KeymapSet.emacs.keymap.notice?.contains("tmux") == true)
    #expect(KeymapSet.default.keymap.notice == nil)
    #expect(read("extends = \"emacs\"").keymap.notice == KeymapSet.emacs.notice)
  }

  @Test func theVimSetFindsWithN() {
    let keys = KeymapSet.vim.keymap
    #expect(keys.lookup(["n"], in: .code) == .command(.findNext, digit: nil))
    #expect(keys.lookup(["]", "o"], in: .code) == .command(.needNext, digit: nil))
    #expect(keys.keys(for: .needNext, in: .code) == [["g", "o"], ["]", "o"]])
  }

  @Test(arguments: KeymapSet.allCases)
  func aRenderedSetReadAsAFileGivesTheSameKeys(set: KeymapSet) {
    let text = KeymapFile.render(set.keymap)
    let reading = KeymapFile.read(.init(name: "\(set).toml", text: text))
    #expect(reading.problems.filter { $0.severity == .error } == [])
    #expect(reading.keymap.title == set.title)
    for context in Context.allCases {
      #expect(reading.keymap.commands(in: context) == set.keymap.commands(in: context))
      for command in Command.allCases {
        #expect(
          reading.keymap.keys(for: command, in: context)
            == set.keymap.keys(for: command, in: context), "\(set) \(command.rawValue)")
      }
    }
  }

  @Test func theRenderedDefaultSetSaysNothing() {
    let text = KeymapFile.render(.builtIn)
    #expect(KeymapFile.read(.init(name: "default.toml", text: text)).problems == [])
  }

  @Test(arguments: KeymapSet.allCases)
  func theShippedFileIsWhatTheProgramWrites(set: KeymapSet) throws {
    let file = Self.folder.appending(path: "\(set.rawValue).toml")
    let text = KeymapFile.render(set.keymap)
    if ProcessInfo.processInfo.environment["LINEWISE_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(file.path()); run again without LINEWISE_RECORD")
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  @Test(arguments: KeymapSet.allCases)
  func theShippedFileIsTOML(set: KeymapSet) throws {
    let file = Self.folder.appending(path: "\(set.rawValue).toml")
    let tables = try #require(try Self.parsedByPython(file) as? [String: Any])
    #expect(tables["format"] as? Int == 1)
    #expect(tables["title"] as? String == set.title)
    for context in Context.allCases {
      var table: Any? = tables
      for word in context.rawValue.split(separator: ".") {
        table = (table as? [String: Any])?[String(word)]
      }
      let values = ((table as? [String: Any]) ?? [:]).compactMapValues { $0 as? String }
      let slots = set.keymap.slots[context] ?? [:]
      let expected = Dictionary(
        uniqueKeysWithValues: slots.map {
          (KeyNotation.text($0.key), $0.value.command?.rawValue ?? "none")
        })
      #expect(values == expected, "\(set) [\(context.rawValue)]")
    }
  }

  /// The `keymaps` folder of the repository.
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "keymaps")

  private static func parsedByPython(_ file: URL) throws -> Any {
    let python = Process()
    let output = Pipe()
    python.executableURL = URL(filePath: "/usr/bin/env")
    python.arguments = [
      "python3", "-c",
      "import json,sys,tomllib; json.dump(tomllib.load(open(sys.argv[1],'rb')), sys.stdout)",
      file.path(),
    ]
    python.standardOutput = output
    try python.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    python.waitUntilExit()
    try #require(python.terminationStatus == 0, "python3 with tomllib refused \(file.path())")
    return try JSONSerialization.jsonObject(with: data)
  }
}
