import Foundation
import TestSupport
import Testing

@testable import ReviewFile

@Suite struct SlowRemovalTests {
  @Test func aFolderGoesWithItsLargeFilesAndNothingElseDoes() throws {
    let shelf = try Shelf()
    let (folder, other) = (shelf.folder["copies"], shelf.folder["other"])
    let large = Data(count: 9 << 20)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try large.write(to: URL(fileURLWithPath: other))
    try large.write(to: URL(fileURLWithPath: folder + "/copy"))
    try Data().write(to: URL(fileURLWithPath: folder + "/empty"))
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/link", withDestinationPath: other)
    SlowRemoval.removeFolder(folder)
    #expect(!FileManager.default.fileExists(atPath: folder))
    #expect(FileManager.default.contents(atPath: other) == large)
  }
}
