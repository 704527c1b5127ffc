import Foundation
import FuzzLaws

#if FUZZER
  /// libFuzzer's loop; it ends the process.
  @_silgen_name("LLVMFuzzerRunDriver")
  private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
  ) -> CInt
#endif

/// Feeds one reader with bytes and stops where a law does not hold.
///
///     Fuzzing seeds READER FOLDER FILE…   writes inputs to begin with
///     Fuzzing try READER FILE…            checks the laws on files; 1 where one does not hold
///     Fuzzing accepted FILE…              names the keymap files that are read without an error
///     Fuzzing run READER ARGUMENT…        a run guided by coverage, with libFuzzer's arguments
@main enum Fuzzing {
  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    let reader = words.dropFirst().first.flatMap(FuzzedReader.init(rawValue:))
    switch (words.first, reader) {
    case ("seeds", let reader?): try writeSeeds(of: reader, words.dropFirst(2))
    case ("try", let reader?): try check(words.dropFirst(2), with: reader)
    case ("accepted", _):
      for path in words.dropFirst() where KeymapLaws.isAccepted(try bytes(path)) { print(path) }
    case ("run", let reader?): run(reader)
    default:
      FileHandle.standardError.write(Data("usage: Fuzzing seeds|try|run READER …\n".utf8))
      exit(64)
    }
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private static func writeSeeds(of reader: FuzzedReader, _ words: ArraySlice<String>) throws {
    guard let folder = words.first else { exit(64) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let files = try words.dropFirst().map { (name: $0, bytes: try bytes($0)) }
    for (number, seed) in reader.seeds(files: files).enumerated() {
      try Data(seed).write(to: URL(fileURLWithPath: folder + "/seed-\(number)"))
    }
  }

  private static func check(_ paths: ArraySlice<String>, with reader: FuzzedReader) throws {
    var isWrong = false
    for path in paths {
      for flaw in try reader.flaws(bytes(path)) {
        print("\(path): \(flaw)")
        isWrong = true
      }
    }
    exit(isWrong ? 1 : 0)
  }
}

extension Fuzzing {
  #if FUZZER
    nonisolated(unsafe) private static var reader = FuzzedReader.text

    private static func run(_ reader: FuzzedReader) -> Never {
      Self.reader = reader
      // The reader's name and the word before it are none of libFuzzer's.
      var count = CommandLine.argc - 2
      var arguments = CommandLine.unsafeArgv + 2
      arguments[0] = CommandLine.unsafeArgv[0]
      let status = runDriver(&count, &arguments) { bytes, size in
        Fuzzing.stopWhereWrong(Array(UnsafeBufferPointer(start: bytes, count: size)))
        return 0
      }
      exit(status)
    }

    private static func stopWhereWrong(_ input: [UInt8]) {
      do {
        let flaws = try reader.flaws(input)
        if !flaws.isEmpty { fatalError("LAW: " + flaws.joined(separator: "; ")) }
      } catch {
        fatalError("LAW: \(error)")
      }
    }
  #else
    private static func run(_ reader: FuzzedReader) -> Never {
      FileHandle.standardError.write(Data("built without libFuzzer; see `make fuzz`\n".utf8))
      exit(69)
    }
  #endif
}
