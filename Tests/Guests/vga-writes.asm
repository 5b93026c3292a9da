; The graphics controller and sequencer between processor and video memory: write modes 0..3 with
; every function, rotation, bit mask, set/reset and map mask; read modes 0 and 1; odd/even and
; chain-4 addressing. After each group the checksums of the four planes' first 4 KiB.

%include "guest.inc"
%include "vga.inc"

LENGTH  equ 0x1000

main:
        mov ax, 0x0012
        int 0x10
        mov ax, 0xA000
        mov es, ax
        cld
        mov si, tests
.test:
        lodsw
        or ax, ax
        jz .done
        mov bx, ax
        push si
        mov si, bx                      ; the name stands before the code
        dec si
.name:
        dec si
        cmp byte [si], 0
        jne .name
        inc si
        call print_until
        call bx
        mov cx, LENGTH
        call print_planes
        call plain
        pop si
        jmp .test
.done:
        jmp finish

; Print from SI up to BX.
print_until:
        lodsb
        cmp si, bx
        ja .done
        or al, al
        jz .done
        call print_character
        jmp print_until
.done:
        mov al, ' '
        jmp print_character

%macro graphics 2                       ; graphics controller register %1 = %2
        mov dx, 0x3CE
        mov ax, (%2) << 8 | (%1)
        out dx, ax
%endmacro
%macro sequencer 2
        mov dx, 0x3C4
        mov ax, (%2) << 8 | (%1)
        out dx, ax
%endmacro
%macro test_case 2                      ; label, name
        db 0, %2, 0
%1:
%endmacro

; The registers as mode 12h has them.
plain:
        sequencer 2, 0x0F
        sequencer 4, 0x06
        graphics 0, 0
        graphics 1, 0
        graphics 3, 0
        graphics 4, 0
        graphics 5, 0
        graphics 6, 0x05
        graphics 8, 0xFF
        mov ax, 0xA000
        mov es, ax
        ret

; Pseudo-random bytes: AL, from a shift register in BP.
next_byte:
        push cx
        mov cx, 8
.bit:
        shr bp, 1
        jnc .zero
        xor bp, 0xB400
.zero:
        loop .bit
        mov ax, bp
        pop cx
        ret

; Different random bytes in every plane.
fill_planes:
        mov bp, 0xACE1
        mov bh, 1
.plane:
        mov dx, 0x3C4
        mov al, 2
        mov ah, bh
        out dx, ax
        xor di, di
        mov cx, LENGTH
.byte:
        call next_byte
        stosb
        loop .byte
        shl bh, 1
        cmp bh, 0x10
        jb .plane
        sequencer 2, 0x0F
        ret

; Read each byte (latches) and write it back with random data.
read_and_write:
        xor di, di
        mov cx, LENGTH
        mov bp, 0x1234
.byte:
        call next_byte
        mov ah, [es:di]
        stosb
        loop .byte
        ret

tests:
        dw fill_test, mode0_set_reset, mode0_rotate, mode0_and, mode0_or, mode0_xor, mode0_mask
        dw mode1_copy, mode2_colours, mode2_mask, mode3_mask, map_mask, read_compare, odd_even
        dw chain_4, host_odd_even, word_access, 0

        test_case fill_test, "fill"
        jmp fill_planes

        test_case mode0_set_reset, "mode 0, set/reset"
        call fill_planes
        graphics 0, 0x05
        graphics 1, 0x03
        jmp read_and_write

        test_case mode0_rotate, "mode 0, rotate"
        call fill_planes
        graphics 3, 0x03
        jmp read_and_write

        test_case mode0_and, "mode 0, and"
        call fill_planes
        graphics 3, 0x08
        jmp read_and_write

        test_case mode0_or, "mode 0, or"
        call fill_planes
        graphics 3, 0x10
        jmp read_and_write

        test_case mode0_xor, "mode 0, xor, rotate, set/reset"
        call fill_planes
        graphics 0, 0x0A
        graphics 1, 0x06
        graphics 3, 0x1D
        jmp read_and_write

        test_case mode0_mask, "mode 0, bit mask"
        call fill_planes
        graphics 8, 0x5C
        jmp read_and_write

        test_case mode1_copy, "mode 1, copy"
        call fill_planes
        graphics 5, 0x01
        push ds
        mov ax, es
        mov ds, ax
        mov si, 0x0100
        mov di, 0x0803
        mov cx, 0x0400
        rep movsb
        pop ds
        ret

        test_case mode2_colours, "mode 2"
        call fill_planes
        graphics 5, 0x02
        jmp read_and_write

        test_case mode2_mask, "mode 2, xor, bit mask"
        call fill_planes
        graphics 5, 0x02
        graphics 3, 0x18
        graphics 8, 0xA7
        jmp read_and_write

        test_case mode3_mask, "mode 3, rotate, bit mask"
        call fill_planes
        graphics 5, 0x03
        graphics 0, 0x09
        graphics 3, 0x02
        graphics 8, 0x7E
        jmp read_and_write

        test_case map_mask, "map mask"
        call fill_planes
        sequencer 2, 0x06
        jmp read_and_write

        ; Read mode 1: what was compared goes to plane 0.
        test_case read_compare, "read mode 1"
        call fill_planes
        graphics 2, 0x0A
        graphics 7, 0x0E
        graphics 5, 0x08
        sequencer 2, 0x01
        xor si, si
        mov di, 0x0800
        mov cx, 0x0800
.byte:
        mov al, [es:si]
        inc si
        stosb
        loop .byte
        graphics 2, 0
        graphics 7, 0x0F
        ret

        ; Even addresses in planes 0 and 2, odd ones in 1 and 3.
        test_case odd_even, "odd/even writes"
        call fill_planes
        sequencer 4, 0x02
        graphics 5, 0x10
        graphics 6, 0x07
        sequencer 2, 0x03
        xor di, di
        mov cx, LENGTH
        mov bp, 0x7777
.byte:
        call next_byte
        stosb
        loop .byte
        jmp plain

        test_case chain_4, "chain-4 writes"
        call fill_planes
        sequencer 4, 0x0E
        graphics 5, 0x40
        xor di, di
        mov cx, LENGTH
        mov bp, 0x4242
.byte:
        call next_byte
        stosb
        loop .byte
        jmp plain

        ; What odd/even reads return, copied to a plane of its own.
        test_case host_odd_even, "odd/even reads"
        call fill_planes
        mov di, 0
.byte:
        sequencer 4, 0x02
        graphics 5, 0x10
        graphics 6, 0x07
        mov bl, [es:di]
        call plain
        sequencer 2, 0x08
        mov [es:di], bl
        inc di
        cmp di, 0x0200
        jb .byte
        ret

        test_case word_access, "words"
        call fill_planes
        graphics 3, 0x10
        mov di, 0x0001
        mov cx, 0x0300
.word:
        mov ax, [es:di]
        not ax
        stosw
        inc di
        loop .word
        ret

        guest_end
