; Every BIOS video mode: what the mode set leaves in the registers, and what INT 10h draws. One
; line of registers and one of memory checksums a mode on the debug console.

%include "guest.inc"
%include "vga.inc"

main:
        mov si, modes
.mode:
        lodsb
        cmp al, 0xFF
        je finish
        push si
        push ax
        call print_byte
        pop ax
        push ax
        mov ah, 0x00
        int 0x10
        call print_registers
        call draw
        pop ax
        call print_memory
        pop si
        jmp .mode

modes:  db 0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07
        db 0x0D, 0x0E, 0x0F, 0x10, 0x11, 0x12, 0x13, 0xFF

; Miscellaneous output, sequencer, CRTC, graphics and attribute controller, and the DAC's checksum.
print_registers:
        mov al, ' '
        call print_character
        mov dx, 0x3CC
        in al, dx
        call print_byte
        mov dx, 0x3C4
        mov cx, 5
        call .indexed
        mov dx, [0x0463]
        mov cx, 25
        call .indexed
        mov dx, 0x3CE
        mov cx, 9
        call .indexed
        mov al, ' '
        call print_character
        xor bl, bl
.attribute:
        mov dx, [0x0463]
        add dx, 6
        in al, dx
        mov dx, 0x3C0
        mov al, bl
        out dx, al
        inc dx
        in al, dx
        call print_byte
        inc bl
        cmp bl, 0x15
        jb .attribute
        mov dx, [0x0463]
        add dx, 6
        in al, dx
        mov dx, 0x3C0
        mov al, 0x20
        out dx, al
        mov al, ' '
        call print_character
        mov dx, 0x3C7                   ; the first 64 colours
        xor al, al
        out dx, al
        mov dx, 0x3C9
        mov cx, 64 * 3
        xor bx, bx
.colour:
        in al, dx
        rol bx, 1
        xor ah, ah
        add bx, ax
        loop .colour
        mov ax, bx
        call print_word
        jmp print_line
.indexed:
        mov al, ' '
        call print_character
        xor bl, bl
.register:
        mov al, bl
        out dx, al
        inc dx
        in al, dx
        dec dx
        call print_byte
        inc bl
        loop .register
        ret

; Text by teletype and by the attribute call, dots, two scrolled windows, characters read back.
draw:
        mov si, .text
.teletype:
        lodsb
        or al, al
        jz .repeated
        mov ah, 0x0E
        mov bx, 0x0003
        int 0x10
        jmp .teletype
.repeated:
        mov ax, 0x0200
        mov bh, 0
        mov dx, 0x0A05
        int 0x10
        mov ax, 0x09E4
        mov bx, 0x0002
        mov cx, 9
        int 0x10
        mov ax, 0x0941
        mov bx, 0x0081                  ; by exclusive or
        mov cx, 4
        int 0x10
        mov cx, 150
.dot:
        mov ax, 0x0C00
        mov al, cl
        and al, 0x8F
        mov dx, cx
        mov bh, 0
        int 0x10
        loop .dot
        mov ax, 0x0602
        mov bh, 0x01
        mov cx, 0x0903
        mov dx, 0x0F10
        int 0x10
        mov ax, 0x0701
        mov bh, 0x02
        mov cx, 0x0000
        mov dx, 0x080A
        int 0x10
        xor cx, cx                      ; read a line back
.read:
        mov ah, 0x02
        mov bh, 0
        mov dx, cx
        mov dh, 1
        int 0x10
        mov ah, 0x08
        int 0x10
        call print_byte
        inc cx
        cmp cl, 12
        jb .read
        mov al, ' '
        jmp print_character
.text:  db "VGA test", 13, 10, "line 2", 8, 8, "!", 13, 10, 10, "end", 0

; The checksums of what mode AL shows.
print_memory:
        cmp al, 0x13
        je .linear
        cmp al, 0x0D
        jae .planes
        mov bx, 0xB800
        cmp word [0x0463], 0x3B4
        jne .window
        mov bh, 0xB0
.window:
        mov es, bx
        xor si, si
        mov cx, 0x4000
        call checksum
        call print_word
        jmp print_line
.linear:
        mov ax, 0xA000
        mov es, ax
        xor si, si
        mov cx, 64000
        call checksum
        call print_word
        jmp print_line
.planes:
        mov cx, 0x9600                  ; 480 lines of 80 bytes
        cmp al, 0x10
        ja .full
        mov cx, 0x6D60                  ; 350 lines
.full:
        jmp print_planes

        guest_end
