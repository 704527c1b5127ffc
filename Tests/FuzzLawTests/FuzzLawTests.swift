import Foundation
import FuzzLaws
import Testing

/// The short tier of fuzzing; `make fuzz` is the long one, with the same laws.
///
/// An input for which a law did not hold is kept in `Findings`, in the folder of its reader, with a
/// name that says what was wrong.
@Suite(.serialized) struct FuzzLawTests {
  private static let project = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let findings = project.appendingPathComponent("Tests/FuzzLawTests/Findings")

  private func files(in folder: URL) throws -> [(name: String, bytes: [UInt8])] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().compactMap { name in
      let path = folder.appendingPathComponent(name).path
      return FileManager.default.contents(atPath: path).map { (name: name, bytes: [UInt8]($0)) }
    }
  }

  private func seeds(of reader: FuzzedReader) throws -> [[UInt8]] {
    let files = try ["sample-corpus", "keymaps"].flatMap {
      try self.files(in: Self.project.appendingPathComponent($0))
    }
    return reader.seeds(files: files)
  }

  @Test(arguments: FuzzedReader.allCases)
  func whatWasFoundIsNotWrongAgain(reader: FuzzedReader) throws {
    let folder = Self.findings.appendingPathComponent(reader.rawValue)
    guard FileManager.default.fileExists(atPath: folder.path) else { return }
    for (name, bytes) in try files(in: folder) {
      #expect(try reader.flaws(bytes) == [], "\(reader) \(name)")
    }
  }

  /// How many inputs fit into a moment, for the readers differ in what an input costs.
  private static let inputs: [FuzzedReader: Int] = [
    .text: 150, .tiled: 2, .terminal: 150, .keymap: 12, .fields: 300, .review: 25,
  ]

  @Test(arguments: FuzzedReader.allCases)
  func theLawsHoldForInputsThatAreAlmostRight(reader: FuzzedReader) throws {
    var mutants = Mutants(of: try seeds(of: reader), seed: 1)
    for number in 0..<(Self.inputs[reader] ?? 10) {
      let input = mutants.next()
      let flaws = try reader.flaws(input)
      #expect(flaws == [], "\(reader), input \(number): \(Data(input).base64EncodedString())")
    }
  }

  /// Another reader of TOML takes every keymap file in which this one finds no error.
  @Test func aKeymapFileWithoutAnErrorIsTOML() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("linewise-toml-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let found = try files(in: Self.findings.appendingPathComponent("keymap")).map(\.bytes)
    let right = FuzzSeeds.keymap.filter(KeymapLaws.isAccepted)
    var mutants = Mutants(of: right, changes: 1, seed: 2)
    let inputs = FuzzSeeds.keymap + found + (0..<150).map { _ in mutants.next() }
    let accepted = inputs.filter(KeymapLaws.isAccepted)
    for (number, input) in accepted.enumerated() {
      try Data(input).write(to: folder.appendingPathComponent("\(number).toml"))
    }
    #expect(accepted.count > 10)
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments =
      ["python3", Self.project.appendingPathComponent("Tests/Fuzzing/toml.py").path]
      + accepted.indices.map { folder.appendingPathComponent("\($0).toml").path }
    let output = Pipe()
    python.standardOutput = output
    try python.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    python.waitUntilExit()
    #expect(String(decoding: said, as: UTF8.self) == "")
    #expect(python.terminationStatus == 0)
  }
}
