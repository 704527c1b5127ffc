import Foundation
import ReviewFile
import Synthesis
import Testing

@Suite struct OpeningTests {
  @Test func aNewReviewOpensAgain() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("one.linewise").path
    let made = try ReviewFile.create(at: path, title: "One", coders: ["Mara Calloway"])
    let opened = try ReviewFile.open(path)
    #expect(made.id == opened.id)
  }
}
