import Testing

@testable import Workbench

@Suite struct CommandTableTests {
  @Test func everyCommandHasARow() {
    for command in Command.allCases {
      #expect(!CommandTable.contexts(of: command).isEmpty, "\(command.rawValue) has no row")
    }
  }

  @Test func noCommandStandsTwiceInAContext() {
    let places = CommandTable.entries.map { "\($0.context.rawValue) \($0.command.rawValue)" }
    #expect(Set(places).count == places.count)
  }

  @Test func everyCommandNameIsANounAndAVerb() {
    for command in Command.allCases {
      let words = command.rawValue.split(separator: ".")
      #expect(words.count == 2, "\(command.rawValue)")
      #expect(words.allSatisfy { $0.allSatisfy(\.isLetter) }, "\(command.rawValue)")
    }
  }

  @Test func everySentenceFitsARowAndEndsWithAPeriod() {
    for entry in CommandTable.entries {
      #expect(entry.sentence.count <= 78, "\(entry.sentence)")
      #expect(entry.sentence.hasSuffix("."), "\(entry.sentence)")
    }
  }

  @Test func everyLabelHasOneToThreeLowerCaseWords() {
    for entry in CommandTable.entries {
      #expect(entry.label == entry.label.lowercased(), "\(entry.label)")
      #expect((1...3).contains(entry.label.split(separator: " ").count), "\(entry.label)")
    }
  }

  @Test func everyDefaultKeyIsWrittenAsKeymapFilesWriteIt() {
    for entry in CommandTable.entries {
      for sequence in entry.keys {
        #expect(KeyNotation.sequence(KeyNotation.text(sequence)) == .success(sequence))
      }
    }
  }

  @Test func aContextInheritsAsItsNameSays() {
    #expect(Context.codeMargin.chain == [.codeMargin, .code, .everywhere])
    #expect(Context.picker.chain == [.picker, .text])
    #expect(Context.select.chain == [.select])
    #expect(
      Context.everywhere.heirs == [
        .everywhere, .code, .codeMargin, .themes, .themesPage, .matrix, .studies, .history,
      ])
    #expect(Context.allCases.filter(\.isTyping) == [.text, .memo, .picker])
  }

  @Test func aCommandHasTheSentenceOfItsContext() {
    #expect(CommandTable.entry(.codePick, in: .select)?.sentence == "Code this passage.")
    #expect(
      CommandTable.entry(.codePick, in: .codeMargin)?.sentence
        == "Code this line: opens the picker.")
    #expect(CommandTable.entry(.codePick, in: .studies) == nil)
  }
}
