; INT 10h AH=1Ch: save and restore. CX = parts: bit 0 hardware, bit 1 BIOS data, bit 2 DAC.
; AL = 0: BX = blocks of 64 bytes needed; 1: save to ES:BX; 2: restore from ES:BX. AL = 1Ch is the
; answer. The parts follow one another in this order.

STATE_HARDWARE_BLOCKS   equ 2
STATE_DATA_BLOCKS       equ 1
STATE_DAC_BLOCKS        equ 13

save_restore_state:
        cmp al, 2
        ja .none
        and cx, 0x0007
        jz .none
        mov di, bx
        xor dx, dx                      ; blocks
        mov si, .hardware
        call .part
        mov si, .data
        call .part
        mov si, .dac
        call .part
        or al, al
        jnz .done
        mov [bp + FRAME_BX], dx
.done:
        mov byte [bp + FRAME_AL], 0x1C
.none:
        ret

; If the next bit of CX asks for it, do AL to the part SI describes; ES:DI moves on.
.part:
        shr cx, 1
        jnc .skipped
        push ax
        push cx
        push dx
        push di
        push si
        cmp al, 1
        jb .sized
        je .save
        call [cs:si + 4]
        jmp .sized
.save:
        call [cs:si + 2]
.sized:
        pop si
        pop di
        pop dx
        pop cx
        mov ax, [cs:si]
        add dx, ax
        push cx
        mov cl, 6
        shl ax, cl
        pop cx
        add di, ax
        pop ax
.skipped:
        ret
.hardware:
        dw STATE_HARDWARE_BLOCKS, save_hardware, restore_hardware
.data:
        dw STATE_DATA_BLOCKS, save_data, restore_data
.dac:
        dw STATE_DAC_BLOCKS, save_dac, restore_dac

; Registers of an indexed chip: DX = index port, BL = first, CX = count; to or from ES:DI.
save_indexed:
        mov al, bl
        out dx, al
        inc dx
        in al, dx
        dec dx
        stosb
        inc bl
        loop save_indexed
        ret
restore_indexed:
        mov al, bl
        mov ah, [es:di]
        inc di
        out dx, ax
        inc bl
        loop restore_indexed
        ret

; The hardware part: CRTC port, four index registers (sequencer, CRTC, graphics, attribute),
; miscellaneous output, feature control, sequencer 0..4, CRTC 0..18h, graphics 0..8,
; attribute 0..14h.
save_hardware:
        mov ax, [CRTC_PORT]
        stosw
        mov dx, SEQUENCER
        in al, dx
        stosb
        mov dx, [CRTC_PORT]
        in al, dx
        stosb
        mov dx, GRAPHICS
        in al, dx
        stosb
        call attribute_index
        in al, dx
        stosb
        mov dx, MISC_READ
        in al, dx
        stosb
        mov dx, 0x3CA                   ; feature control, read side
        in al, dx
        stosb
        mov dx, SEQUENCER
        xor bl, bl
        mov cx, 5
        call save_indexed
        mov dx, [CRTC_PORT]
        xor bl, bl
        mov cx, 0x19
        call save_indexed
        mov dx, GRAPHICS
        xor bl, bl
        mov cx, 9
        call save_indexed
        xor bl, bl
.attribute:
        call read_palette
        mov al, ah
        stosb
        inc bl
        cmp bl, 0x14
        jbe .attribute
        sub di, 8 + 5 + 0x19 + 9 + 0x15

; Put the index registers back as the record at ES:DI has them.
restore_indices:
        mov dx, SEQUENCER
        mov al, [es:di + 2]
        out dx, al
        mov dx, [CRTC_PORT]
        mov al, [es:di + 3]
        out dx, al
        mov dx, GRAPHICS
        mov al, [es:di + 4]
        out dx, al
        call attribute_index
        mov al, [es:di + 5]
        out dx, al
        mov dx, [CRTC_PORT]
        add dx, CRTC_TO_STATUS
        in al, dx
        ret

restore_hardware:
        push di
        mov ax, [es:di]
        mov [CRTC_PORT], ax
        mov dx, SEQUENCER
        mov ax, 0x0100
        out dx, ax
        mov al, [es:di + 6]
        mov dx, MISC_WRITE
        out dx, al
        mov al, [es:di + 7]
        mov dx, [CRTC_PORT]
        add dx, CRTC_TO_STATUS
        out dx, al
        add di, 8
        mov ah, [es:di]                 ; sequencer 0 last: it ends the reset
        push ax
        inc di
        mov dx, SEQUENCER
        mov bl, 1
        mov cx, 4
        call restore_indexed
        pop ax
        mov al, 0
        out dx, ax
        mov dx, [CRTC_PORT]
        mov ax, 0x0011                  ; lift the write protection
        out dx, ax
        xor bl, bl
        mov cx, 0x19
        call restore_indexed
        mov dx, GRAPHICS
        xor bl, bl
        mov cx, 9
        call restore_indexed
        xor bl, bl
.attribute:
        call attribute_index
        mov al, bl
        out dx, al
        mov al, [es:di]
        inc di
        out dx, al
        inc bl
        cmp bl, 0x14
        jbe .attribute
        pop di
        jmp restore_indices

; The BIOS data part: equipment (low byte), 49h..66h, 84h..8Ah, A8h..ABh, and the vectors 05h, 1Dh,
; 1Fh and 43h.
state_data_table:
        db EQUIPMENT, 1
        db VIDEO_MODE, CGA_COLOUR_SELECT + 1 - VIDEO_MODE
        db LAST_ROW, DISPLAY_INDEX + 1 - LAST_ROW
        db SAVE_POINTER, 4
.vectors:
        dw VECTOR_PRINT_SCREEN, VECTOR_VIDEO_PARAMETERS, VECTOR_UPPER_FONT, VECTOR_GRAPHICS_FONT
.end:

save_data:
        mov bx, state_data_table
.range:
        call data_range
        rep movsb
        cmp bx, state_data_table.vectors
        jb .range
        push ds
        xor ax, ax
        mov ds, ax
.vector:
        mov si, [cs:bx]
        movsw
        movsw
        inc bx
        inc bx
        cmp bx, state_data_table.end
        jb .vector
        pop ds
        ret

restore_data:
        mov bx, state_data_table
        mov dl, [EQUIPMENT]
.range:
        call data_range
.byte:
        mov al, [es:di]
        inc di
        mov [si], al
        inc si
        loop .byte
        cmp bx, state_data_table.vectors
        jb .range
        mov al, [EQUIPMENT]             ; only the display is ours
        xor al, dl
        and al, 0x30
        xor al, dl
        mov [EQUIPMENT], al
        push ds
        xor ax, ax
        mov ds, ax
        cli
.vector:
        mov si, [cs:bx]
        mov ax, [es:di]
        mov [si], ax
        mov ax, [es:di + 2]
        mov [si + 2], ax
        add di, 4
        inc bx
        inc bx
        cmp bx, state_data_table.end
        jb .vector
        sti
        pop ds
        ret

; SI, CX = the next range of the table at BX.
data_range:
        mov al, [cs:bx]
        xor ah, ah
        mov si, ax
        mov cl, [cs:bx + 1]
        xor ch, ch
        inc bx
        inc bx
        ret

; The DAC part: its direction and index, mask, colour select, 256 colours.
save_dac:
        mov dx, DAC_READ_INDEX
        in al, dx
        mov ah, al                      ; 3: being read
        inc dx
        in al, dx
        push ax
        xchg al, ah
        stosw
        mov dx, DAC_MASK
        in al, dx
        stosb
        mov bl, 0x14
        call read_palette
        mov al, ah
        stosb
        call end_palette
        mov dx, di
        xor bx, bx
        mov cx, 256
        call dac_read_block
        pop ax

; Point the DAC at index AL for reading (AH = 3) or writing.
restore_dac_index:
        mov dx, DAC_WRITE_INDEX
        and ah, 3
        jz .write
        dec dx
        dec ax                          ; a read index is one ahead
.write:
        out dx, al
        ret

restore_dac:
        mov ax, [es:di]
        xchg al, ah
        push ax
        mov dx, DAC_MASK
        mov al, [es:di + 2]
        out dx, al
        mov ah, [es:di + 3]
        push ax
        mov bl, 0x14
        call write_palette
        call end_palette
        pop ax
        add di, 4
        mov dx, DAC_WRITE_INDEX
        xor al, al
        out dx, al
        inc dx
        mov cx, 768
.byte:
        mov al, [es:di]
        inc di
        out dx, al
        loop .byte
        pop ax
        jmp restore_dac_index
